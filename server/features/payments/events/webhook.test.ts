import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailQueue } from '../../ports.ts';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asAttendee, asMember, payWithCard } from '../testing/people.ts';
import { intentEvent, postEvent } from '../testing/webhooks.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let clinic: TestClinic;

// The stand-in's own webhooks go nowhere here: each test sends exactly the events that it speaks of.
beforeAll(async () => {
	world = await startWorld({ webhooks: false });
	clinic = await buildClinic(world.database);
});
afterAll(() => world.close());

/** A payment whose form is open, and what Stripe's events say of its intent. */
async function open({ paid = false } = {}) {
	const client = asAttendee(world.origin, clinic);
	const { id } = await asMember(world.origin, clinic).request();
	const started = await client.startPaying(id);
	if (paid) await payWithCard(world.origin, started);
	const intentId = started.clientSecret.split('_secret_')[0] ?? '';
	return { id, intent: { id: intentId, account: clinic.account, amount: 850_000, currency: 'isk' } };
}

const find = (id: string) => world.database.payment.findUniqueOrThrow({ where: { id } });
const countReceipts = (id: string) =>
	world.database.message.count({ where: { text: { contains: id.slice(0, 8).toUpperCase() } } });
const isStored = async (id: string) => (await world.database.stripeEvent.count({ where: { id } })) === 1;

describe('a webhook', () => {
	it('that says the money is there makes the payment received, with the card', async () => {
		const { id, intent } = await open({ paid: true });
		const event = intentEvent('succeeded', intent);
		expect(await postEvent(world, event, { timestamp: secondsAgo(200) })).toMatchObject({ status: 200 });
		expect(await find(id)).toMatchObject({
			status: 'RECEIVED',
			cardLast4: '4242',
			receivedAt: new Date(event.created * 1000),
		});
		const stored = await world.database.stripeEvent.findUniqueOrThrow({ where: { id: event.id } });
		expect(stored.processedAt).not.toBeNull();
		expect(stored.payload).toEqual(event);
	});

	it('that comes many times, also at once, changes one thing and sends one receipt', async () => {
		const { id, intent } = await open({ paid: true });
		const event = intentEvent('succeeded', intent);
		const heard = world.notified.length;
		const answers = await Promise.all(Array.from({ length: 10 }, () => postEvent(world, event)));
		expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
		await postEvent(world, event);
		// Stripe may also tell the same in two events.
		await postEvent(world, intentEvent('succeeded', intent, 5));
		expect(await find(id)).toMatchObject({ status: 'RECEIVED' });
		expect(await countReceipts(id)).toBe(1);
		expect(world.notified.length - heard).toBe(1);
	});

	it('in any order ends in the same state', async () => {
		const lives = [
			{ events: ['processing', 'payment_failed', 'succeeded'], ends: 'RECEIVED' },
			{ events: ['payment_failed', 'canceled', 'succeeded'], ends: 'RECEIVED' },
			{ events: ['processing', 'payment_failed', 'canceled'], ends: 'CANCELLED' },
			{ events: ['payment_failed', 'processing'], ends: 'PAYING' },
			{ events: ['processing', 'payment_failed'], ends: 'FAILED' },
		] as const;
		const rounds = lives.flatMap(({ events, ends }) =>
			permutations(events.map((_, index) => index)).map(async (order) => {
				const { id, intent } = await open();
				for (const index of order) await postEvent(world, intentEvent(events[index] ?? 'processing', intent, index));
				expect(await find(id), `${events.join()} as ${order.join()}`).toMatchObject({ status: ends });
				expect(await countReceipts(id)).toBe(ends === 'RECEIVED' ? 1 : 0);
			}),
		);
		await Promise.all(rounds);
	}, 60_000);

	it.each([
		['signed with another secret', () => ({ secret: 'whsec_other' })],
		['older than five minutes', () => ({ timestamp: secondsAgo(302) })],
	])('%s is refused and not kept', async (_, signing) => {
		const { id, intent } = await open({ paid: true });
		const event = intentEvent('succeeded', intent);
		const answer = await postEvent(world, event, signing());
		expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('WEBHOOK_SIGNATURE') });
		expect(await isStored(event.id)).toBe(false);
		expect(await find(id)).toMatchObject({ status: 'PAYING' });
	});

	it('without a signature or without a body is refused', async () => {
		for (const headers of [{}, { 'stripe-signature': 't=1,v1=00' }, { 'stripe-signature': '' }]) {
			const response = await fetch(`${world.origin}/api/stripe/webhook`, { method: 'POST', headers });
			expect(response.status).toBe(400);
		}
	});

	it('of a type or about an intent that we do not know is kept and changes nothing', async () => {
		const unknownType = { id: 'evt_unknown', object: 'event', type: 'payout.paid', created: 1, data: { object: {} } };
		const unknownIntent = intentEvent('succeeded', {
			id: 'pi_other',
			account: clinic.account,
			amount: 1,
			currency: 'isk',
		});
		for (const event of [unknownType, unknownIntent]) {
			expect(await postEvent(world, event)).toMatchObject({ status: 200 });
			const stored = await world.database.stripeEvent.findUniqueOrThrow({ where: { id: event.id } });
			expect(stored.processedAt).not.toBeNull();
		}
	});

	it.each([
		['another account', { account: 'acct_other' }],
		['another amount', { amount: 8500 }],
		['a part of a króna', { amount: 850_050 }],
		['another currency', { currency: 'eur' }],
	])('with %s than was asked for does not count as money', async (_, difference) => {
		const { id, intent } = await open({ paid: true });
		const event = intentEvent('succeeded', { ...intent, ...difference });
		expect(await postEvent(world, event)).toMatchObject({ status: 200 });
		expect(await isStored(event.id)).toBe(true);
		expect(await find(id)).toMatchObject({ status: 'PAYING' });
		expect(await countReceipts(id)).toBe(0);
	});

	it('that was kept but not applied is applied later, wholly or not at all', async () => {
		const { id, intent } = await open({ paid: true });
		const event = intentEvent('succeeded', intent);
		const { mail } = world.deps;
		// The last step of the transaction fails, as if the process died in it.
		const broken: MailQueue = { enqueue: () => Promise.reject(new Error('gone')) };
		world.deps.mail = broken;
		expect(await postEvent(world, event)).toMatchObject({ status: 200 });
		world.deps.mail = mail;
		expect(await isStored(event.id)).toBe(true);
		expect(await find(id)).toMatchObject({ status: 'PAYING' });

		// What has just come is under way on another server, as far as anybody knows.
		await world.applier.sweep();
		expect(await find(id)).toMatchObject({ status: 'PAYING' });
		await world.database.stripeEvent.update({
			where: { id: event.id },
			data: { receivedAt: new Date(Date.now() - 31_000) },
		});
		await Promise.all([world.applier.sweep(), world.applier.sweep()]);
		expect(await find(id)).toMatchObject({ status: 'RECEIVED' });
		expect(await countReceipts(id)).toBe(1);
	});
});

const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

function permutations<T>(items: readonly T[]): T[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}
