import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asAttendee } from '../testing/people.ts';
import { paidIntent, payUntold, receiveByCard } from '../testing/received.ts';
import { postEvent } from '../testing/webhooks.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let clinic: TestClinic;

// The stand-in's own webhooks go nowhere here: each test sends exactly the events that it speaks of.
beforeAll(async () => {
	world = await startWorld({ webhooks: false });
	clinic = await buildClinic(world.database);
});
afterAll(() => world.close());

const read = (id: string) => world.database.payment.findUniqueOrThrow({ where: { id }, include: { refunds: true } });
const intentOf = (paymentId: string) => paidIntent(world, paymentId);

type Change = Partial<{ status: string; amount: number; account: string; metadata: Record<string, string> }>;

/** Stripe's event about a refund of a payment; `name` tells several refunds apart. */
function refundEvent(type: string, paymentId: string, name: string, { account = clinic.account, ...change }: Change) {
	const object = {
		...{ id: `re_${name}`, object: 'refund', amount: 300_000, currency: 'isk', status: 'succeeded', metadata: {} },
		payment_intent: intentOf(paymentId).id,
		...change,
	};
	return { id: `evt_${randomUUID()}`, object: 'event', account, created: 1_795_000_000, type, data: { object } };
}

it('news of a refund end the same in every order, repeated, also before the money is known to be there', async () => {
	const orders = fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3], { minLength: 8 });
	await fc.assert(
		fc.asyncProperty(orders, fc.boolean(), fc.boolean(), async (order, onPage, known) => {
			const id = await payUntold(world, clinic, { onPage });
			const kept = intentOf(id);
			kept.refunds.push({ id: `re_${id}`, amount: 300_000, created: 1, status: 'failed', metadata: {} });
			if (known)
				await asAttendee(world.origin, clinic)
					.startPaying(id)
					.catch(() => undefined);
			const charge = { id: 'ch_1', object: 'charge', payment_intent: kept.id };
			const events = [
				refundEvent('refund.created', id, id, { status: 'pending' }),
				refundEvent('refund.updated', id, id, { status: 'succeeded' }),
				refundEvent('refund.failed', id, id, { status: 'failed' }),
				{ ...refundEvent('charge.refunded', id, id, {}), data: { object: charge } },
			];
			for (const index of order) expect(await postEvent(world, events[index] ?? {})).toMatchObject({ status: 200 });
			expect(await read(id)).toMatchObject({ status: 'RECEIVED', refundedMinor: 0, refunds: [{ status: 'FAILED' }] });
		}),
		{ seed: 6, numRuns: 12 },
	);
}, 60_000);

it('money sent back at Stripe is counted here, by its name and by asking', async () => {
	const named = await receiveByCard(world, clinic);
	await postEvent(world, refundEvent('refund.created', named, named, {}));
	expect(await read(named)).toMatchObject({
		refundedMinor: 3000,
		refunds: [{ requestedById: null, reason: '', status: 'SUCCEEDED' }],
	});
	const asked = await receiveByCard(world, clinic);
	const intent = intentOf(asked);
	intent.refunds.push({ id: `re_${asked}`, amount: 850_000, created: 1, status: 'succeeded', metadata: {} });
	const charge = { id: 'ch_1', object: 'charge', payment_intent: intent.id };
	await postEvent(world, { ...refundEvent('charge.refunded', asked, asked, {}), data: { object: charge } });
	expect(await read(asked)).toMatchObject({ refundedMinor: 8500 });
});

it.each<[string, Change]>([
	['of another account', { account: 'acct_other' }],
	['of more than was paid', { amount: 850_100 }],
])('news %s change nothing', async (name, change) => {
	const id = await receiveByCard(world, clinic);
	await postEvent(world, refundEvent('refund.created', id, `${id}${name}`, change));
	expect(await read(id)).toMatchObject({ refundedMinor: 0, refunds: [] });
});
