import { inBatches } from '../../../adapters/prisma/batches.ts';
import type { PaymentDeps } from '../deps.ts';
import { applyStoredEvent } from './applyStored.ts';

export interface EventApplier {
	/** Applies a stored event as soon as it is its turn; nobody waits for it. */
	soon(eventId: string): void;
	/** Applies what was left behind, as by a process that ended or a provider that could not be asked. */
	sweep(): Promise<void>;
	/** Resolves when nothing is under way. */
	idle(): Promise<void>;
}

/** Longer than it takes to apply one right after it came, in ms. */
const leftBehindMs = 30_000;
/** Stripe sends an event that is not taken for three days; what could not be applied by then is left to a human. */
const givenUpMs = 3 * 24 * 3_600_000;
const mostAtOnce = 500;

/** Applies stored webhooks, a few at a time, so that those that come are answered meanwhile. */
export function createEventApplier(deps: PaymentDeps): EventApplier {
	const underWay = new Set<Promise<unknown>>();

	async function applyOne(eventId: string): Promise<null> {
		try {
			await applyStoredEvent(eventId, deps);
		} catch (err) {
			deps.log.warn({ err, eventId }, 'webhook not applied yet, tried again later');
		}
		return null;
	}

	const apply = inBatches(
		async (eventIds: string[]) => {
			const done: null[] = [];
			for (const eventId of eventIds) done.push(await applyOne(eventId));
			return done;
		},
		{ atOnce: 2 },
	);

	function start(eventId: string): Promise<unknown> {
		const applying = apply(eventId).finally(() => underWay.delete(applying));
		underWay.add(applying);
		return applying;
	}

	return {
		soon: (eventId) => void start(eventId),
		async sweep() {
			const now = deps.now().getTime();
			const left = await deps.database.stripeEvent.findMany({
				where: {
					processedAt: null,
					receivedAt: { gt: new Date(now - givenUpMs), lt: new Date(now - leftBehindMs) },
				},
				select: { id: true },
				orderBy: { receivedAt: 'asc' },
				take: mostAtOnce,
			});
			await Promise.all(left.map(({ id }) => start(id)));
		},
		async idle() {
			while (underWay.size > 0) await Promise.all(underWay);
		},
	};
}
