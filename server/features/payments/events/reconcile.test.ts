import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asAttendee, asMember, payWithCard } from '../testing/people.ts';
import { startWorld, type World } from '../testing/world.ts';
import { reconcile } from './reconcile.ts';

let world: World;
let clinic: TestClinic;
const asked: string[] = [];

// No webhook ever comes here.
beforeAll(async () => {
	world = await startWorld({
		webhooks: false,
		provider: (real) => ({
			...real,
			findOutcome(account, intentId) {
				asked.push(intentId);
				return real.findOutcome(account, intentId);
			},
		}),
	});
	clinic = await buildClinic(world.database);
});
afterAll(() => world.close());

const minutesFromNow = (minutes: number) => () => new Date(Date.now() + minutes * 60_000);
const after = (minutes: number) => reconcile({ ...world.deps, now: minutesFromNow(minutes) });

/** A payment whose form is open, and how often Stripe was asked about it. */
async function open() {
	const { id } = await asMember(world.origin, clinic).request();
	const started = await asAttendee(world.origin, clinic).startPaying(id);
	const intentId = started.clientSecret.split('_secret_')[0];
	return {
		...{ id, started },
		find: () => world.database.payment.findUniqueOrThrow({ where: { id } }),
		timesAsked: () => asked.filter((one) => one === intentId).length,
	};
}

describe('a payment of which no webhook tells', () => {
	it('is received once Stripe was asked, with its card and one receipt', async () => {
		const payment = await open();
		await payWithCard(world.origin, payment.started);
		const heard = world.notified.length;
		await after(0.9);
		expect(await payment.find()).toMatchObject({ status: 'PAYING' });
		await after(1.1);
		await after(9);
		expect(await payment.find()).toMatchObject({ status: 'RECEIVED', cardLast4: '4242' });
		expect(world.notified.length - heard).toBe(1);
		const number = payment.id.slice(0, 8).toUpperCase();
		expect(await world.database.message.count({ where: { text: { contains: number } } })).toBe(1);
	});

	it('that is still open is asked about after twice the time, for thirty days', async () => {
		const payment = await open();
		for (const minutes of [0.5, 1.5, 2, 2.9, 3.1, 4, 6, 6.3, 7, 12.7]) await after(minutes);
		expect(payment.timesAsked()).toBe(4);
		expect(await payment.find()).toMatchObject({ status: 'PAYING' });
		await after(31 * 24 * 60);
		expect(payment.timesAsked()).toBe(4);
	});

	it('is asked about at its own time when Stripe cannot say of another', async () => {
		const [one, other] = [await open(), await open()];
		await payWithCard(world.origin, other.started);
		await world.database.payment.update({ where: { id: one.id }, data: { intentId: 'pi_lost' } });
		await after(1.1);
		expect(await one.find()).toMatchObject({ status: 'PAYING', askedAt: null });
		expect(await other.find()).toMatchObject({ status: 'RECEIVED' });
	});

	it('that was withdrawn is left alone', async () => {
		const payment = await open();
		await asMember(world.origin, clinic).withdraw(payment.id);
		await after(2);
		expect(payment.timesAsked()).toBe(0);
	});
});
