import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerChallenge, asAttendee, asMember, payWithCard } from './testing/people.ts';
import { buildClinic, type TestClinic } from './testing/clinic.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
let clinic: TestClinic;
let professional: ReturnType<typeof asMember>;
let client: ReturnType<typeof asAttendee>;

beforeAll(async () => {
	world = await startWorld();
	clinic = await buildClinic(world.database);
	professional = asMember(world.origin, clinic);
	client = asAttendee(world.origin, clinic);
});
afterAll(() => world.close());

const find = async (id: string) => (await client.list()).payments.find((payment) => payment.id === id);
/** Waits for the stand-in's webhook to be applied. */
const until = (id: string, status: string) =>
	vi.waitFor(async () => expect(await find(id)).toMatchObject({ status }), { timeout: 5000, interval: 20 });
const receiptsOf = ({ id }: { id: string }) =>
	world.database.message.findMany({ where: { text: { contains: id.slice(0, 8).toUpperCase() } } });

describe('a payment', () => {
	it('is requested, paid in krónur, received and confirmed by one mail in the language of the client', async () => {
		const requested = await professional.request({ description: 'Viðtal' });
		expect(requested).toMatchObject({ status: 'REQUESTED', amountMinor: 8500, currency: 'ISK' });
		expect(await find(requested.id)).toMatchObject({ status: 'REQUESTED' });

		const started = await client.startPaying(requested.id, 'Jon@Example.com');
		expect(started).toMatchObject({
			provider: 'sandbox',
			stripeAccount: clinic.account,
			payment: { status: 'PAYING' },
		});
		expect(await payWithCard(world.origin, started)).toBe('succeeded');
		await until(requested.id, 'RECEIVED');

		const [received] = (await professional.listVisit()).payments;
		expect(received).toMatchObject({ card: { brand: 'visa', last4: '4242' }, failureCode: null });
		expect(received?.receivedAt).not.toBeNull();
		const [receipt, ...more] = await receiptsOf(requested);
		expect(more).toEqual([]);
		expect(receipt).toMatchObject({ to: 'jon@example.com', subject: 'Kvittun frá Demo Clinic: 8.500\u{a0}kr.' });
		for (const fact of ['Demo Clinic', 'Viðtal', '8.500', 'Visa •••• 4242']) expect(receipt?.text).toContain(fact);
		expect(world.notified.filter((id) => id === clinic.appointmentId).length).toBeGreaterThanOrEqual(3);
	});

	it('that is declined can be tried again on the same intent', async () => {
		const { id } = await professional.request();
		const first = await client.startPaying(id);
		expect(await payWithCard(world.origin, first, '4000 0000 0000 9995')).toBe('insufficient_funds');
		await until(id, 'FAILED');
		expect(await find(id)).toMatchObject({ failureCode: 'insufficient_funds' });

		const second = await client.startPaying(id, 'other@example.com');
		expect(second.clientSecret).toBe(first.clientSecret);
		expect(second.payment).toMatchObject({ status: 'PAYING', failureCode: null, receiptEmail: 'other@example.com' });
		expect(await payWithCard(world.origin, second)).toBe('succeeded');
		await until(id, 'RECEIVED');
		expect((await receiptsOf({ id })).map((mail) => mail.to)).toEqual(['other@example.com']);
	});

	it('says no more than "declined" when the bank says no more', async () => {
		const { id } = await professional.request();
		expect(await payWithCard(world.origin, await client.startPaying(id), '4000000000000002')).toBe('generic_decline');
		await until(id, 'FAILED');
		expect(await find(id)).toMatchObject({ failureCode: 'card_declined' });
	});

	it.each([
		['approved', 'RECEIVED'],
		['refused', 'FAILED'],
	] as const)('whose 3-D Secure step is %s becomes %s', async (outcome, status) => {
		const { id } = await professional.request();
		const started = await client.startPaying(id);
		expect(await payWithCard(world.origin, started, '4000 0027 6000 3184')).toBe('requires_action');
		await answerChallenge(world.origin, started, outcome);
		await until(id, status);
	});

	it('opened twice at once is one intent', async () => {
		const { id } = await professional.request();
		const tabs = await Promise.all(Array.from({ length: 6 }, (_, n) => client.startPaying(id, `tab${n}@example.com`)));
		expect(new Set(tabs.map((tab) => tab.clientSecret)).size).toBe(1);
		const attempts = await Promise.all(tabs.map((tab) => payWithCard(world.origin, tab)));
		expect(attempts.filter((attempt) => attempt === 'succeeded')).toHaveLength(1);
		await until(id, 'RECEIVED');
		expect(await receiptsOf({ id })).toHaveLength(1);
		await expect(client.startPaying(id)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_RECEIVED' });
	});
});

describe('a request', () => {
	it('made twice is one payment', async () => {
		const id = randomUUID();
		const answers = await Promise.all([1, 2, 3].map(() => professional.request({ id })));
		expect(new Set(answers.map((answer) => answer.requestedAt)).size).toBe(1);
		expect((await professional.listVisit()).payments.filter((payment) => payment.id === id)).toHaveLength(1);
		await expect(professional.request({ id, amountMinor: 9000 })).rejects.toMatchObject({ code: 'CONFLICT' });
	});

	it('is refused while the clinic takes no payments', async () => {
		const off = await buildClinic(world.database, { paymentsEnabled: false });
		await expect(asMember(world.origin, off).request()).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
	});

	it('keeps the cents of a currency that has them', async () => {
		const berlin = await buildClinic(world.database, { currency: 'EUR', clientLocale: 'de' });
		const payer = asAttendee(world.origin, berlin);
		const { id } = await asMember(world.origin, berlin).request({ amountMinor: 10_99 });
		await payWithCard(world.origin, await payer.startPaying(id));
		await vi.waitFor(async () => expect((await payer.list()).payments).toMatchObject([{ status: 'RECEIVED' }]));
		const [receipt] = await receiptsOf({ id });
		expect(receipt?.subject).toBe('Zahlungsbeleg von Demo Clinic: 10,99\u{a0}€');
	});
});

describe('withdrawing', () => {
	it.each([false, true])('ends the request, paying begun: %s', async (begun) => {
		const { id } = await professional.request();
		const started = begun ? await client.startPaying(id) : null;
		expect(await professional.withdraw(id)).toMatchObject({ status: 'CANCELLED' });
		expect(await professional.withdraw(id)).toMatchObject({ status: 'CANCELLED' });
		await expect(client.startPaying(id)).rejects.toMatchObject({ code: 'PAYMENT_WITHDRAWN' });
		if (started) expect(await payWithCard(world.origin, started)).toBe('payment_intent_unexpected_state');
	});

	it('comes too late for money that was received', async () => {
		const { id } = await professional.request();
		await payWithCard(world.origin, await client.startPaying(id));
		await expect(professional.withdraw(id)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_RECEIVED' });
		expect(await find(id)).toMatchObject({ status: 'RECEIVED', card: { last4: '4242' } });
		await until(id, 'RECEIVED');
		expect(await receiptsOf({ id })).toHaveLength(1);
	});

	it('and paying at once end the same way for both, whoever was first', async () => {
		const rounds = Array.from({ length: 12 }, async () => {
			const { id } = await professional.request();
			const started = await client.startPaying(id);
			const [paid, withdrawn] = await Promise.allSettled([
				payWithCard(world.origin, started),
				professional.withdraw(id),
			]);
			const won = paid.status === 'fulfilled' && paid.value === 'succeeded';
			expect(withdrawn.status).toBe(won ? 'rejected' : 'fulfilled');
			await until(id, won ? 'RECEIVED' : 'CANCELLED');
			expect(await receiptsOf({ id })).toHaveLength(won ? 1 : 0);
		});
		await Promise.all(rounds);
	});

	it('and opening the form at once leave no form that can pay a withdrawn request', async () => {
		const rounds = Array.from({ length: 12 }, async () => {
			const { id } = await professional.request();
			const [started, withdrawn] = await Promise.allSettled([client.startPaying(id), professional.withdraw(id)]);
			expect(withdrawn.status).toBe('fulfilled');
			if (started.status === 'fulfilled') {
				expect(await payWithCard(world.origin, started.value)).toBe('payment_intent_unexpected_state');
			}
			expect(await find(id)).toMatchObject({ status: 'CANCELLED' });
		});
		await Promise.all(rounds);
	});
});
