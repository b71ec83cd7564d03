import type { PaymentDeps } from '../deps.ts';

const mostAtOnce = 100;
/** After that only a human can: the account's keys were taken away, or Stripe closed it. */
const givenUpMs = 30 * 24 * 3_600_000;

interface RevokedCard {
	id: string;
	accountId: string;
	methodId: string | null;
}

/** Lets the provider forget a card that was revoked. */
export async function forget({ id, accountId, methodId }: RevokedCard, deps: PaymentDeps): Promise<void> {
	if (methodId === null) return;
	await deps.provider.detachCard(accountId, methodId);
	await deps.database.cardOnFile.update({ where: { id }, data: { detachedAt: deps.now() } });
}

/** Does so with those of which that was not heard yet, as the ones whose place a newer card took. */
export async function forgetRevoked(deps: PaymentDeps): Promise<void> {
	const { database, now, log } = deps;
	const revoked = await database.cardOnFile.findMany({
		where: { detachedAt: null, revokedAt: { gt: new Date(now().getTime() - givenUpMs) } },
		orderBy: { revokedAt: 'asc' },
		take: mostAtOnce,
	});
	for (const card of revoked) {
		try {
			await forget(card, deps);
		} catch (err) {
			log.warn({ err, cardId: card.id }, 'card not forgotten by Stripe yet, tried again later');
		}
	}
}
