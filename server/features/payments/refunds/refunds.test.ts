import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asAttendee, asMember } from '../testing/people.ts';
import { receiveByCard } from '../testing/received.ts';
import { startWorld, type World } from '../testing/world.ts';
import { finishRefunds } from './finish.ts';

let world: World;
let clinic: TestClinic;
/** What happens to the next answer of Stripe: it never comes, though Stripe did or did not do what it was asked. */
let next: 'arrives' | 'is lost' | 'was never asked' = 'arrives';

beforeAll(async () => {
	world = await startWorld({
		provider: (real) => ({
			...real,
			createRefund: async (...input) => {
				const fate = next;
				next = 'arrives';
				if (fate === 'was never asked') throw new Error('The process died.');
				const told = await real.createRefund(...input);
				if (fate === 'is lost') throw new Error('The process died.');
				return told;
			},
		}),
	});
});
beforeEach(async () => {
	world.sandbox.setFaults({ dropped: 0 });
	clinic = await buildClinic(world.database);
});
afterAll(() => world.close());

const received = (number?: string) => receiveByCard(world, clinic, number);
const read = (id: string) =>
	world.database.payment.findUniqueOrThrow({
		where: { id },
		include: { refunds: { orderBy: { amountMinor: 'asc' } } },
	});
/** What Stripe has sent back of a payment, in our units. */
const sentBack = (paymentId: string) =>
	Object.values(world.sandbox.books.intents)
		.filter(({ metadata }) => metadata['payment_id'] === paymentId)
		.flatMap(({ refunds }) => refunds)
		.reduce((sum, { amount, status }) => (status === 'failed' ? sum : sum + amount / 100), 0);
const aMinuteLater = () => finishRefunds({ ...world.deps, now: () => new Date(Date.now() + 61_000) });
/** As Stripe does after a day. */
const forgetKeys = () => {
	world.sandbox.books.answers = {};
};
const noticesOf = (id: string) =>
	world.database.message.findMany({
		where: { text: { contains: id.slice(0, 8).toUpperCase() }, subject: { contains: 'Endurgreiðsla' } },
	});

/** For what happens by itself, in ms. */
const long = { timeout: 10_000, interval: 50 };

describe('a refund', () => {
	it('in part and of the rest is seen on both sides, and told by mail in the language of the client', async () => {
		const id = await received();
		const professional = asMember(world.origin, clinic);
		const part = await professional.refund(id, 3000, { reason: 'Came late' });
		expect(part).toMatchObject({ status: 'RECEIVED', amountMinor: 8500, refundedMinor: 3000 });
		expect(part.refunds).toMatchObject([{ amountMinor: 3000, status: 'SUCCEEDED', reason: 'Came late' }]);
		const [own] = (await asAttendee(world.origin, clinic).list()).payments;
		expect(own).toMatchObject({ refundedMinor: 3000, refunds: [{ amountMinor: 3000, reason: '', requestedBy: null }] });

		const rest = await asMember(world.origin, clinic, clinic.managerId).refund(id, 5500);
		expect(rest).toMatchObject({ refundedMinor: 8500 });
		expect(rest.refunds.map(({ requestedBy }) => requestedBy)).toEqual(['Anna Demo', 'Berta Demo']);
		expect(sentBack(id)).toBe(8500);
		const notices = await noticesOf(id);
		expect(notices.map(({ to }) => to)).toEqual(['jon@example.com', 'jon@example.com']);
		expect(notices.map(({ subject }) => subject).toSorted()).toEqual(
			['3.000', '5.500'].map((sum) => `Endurgreiðsla frá Demo Clinic: ${sum}\u{a0}kr.`),
		);
	});

	it.each([10, 2])('of %i pressed at once never sends more than was received', async (times) => {
		const id = await received();
		const professional = asMember(world.origin, clinic);
		const tries = Array.from({ length: times }, () => professional.refund(id, 5000));
		const answers = await Promise.allSettled(tries);
		const refused = answers.filter(({ status }) => status === 'rejected');
		expect(refused).toHaveLength(times - 1);
		for (const each of refused) expect(each).toMatchObject({ reason: { code: 'REFUND_TOO_MUCH' } });
		expect(await read(id)).toMatchObject({ refundedMinor: 5000, refunds: [{ amountMinor: 5000 }] });
		expect(sentBack(id)).toBe(5000);
	});

	it('asked for many times under one id is sent once', async () => {
		const id = await received();
		const again = { id: randomUUID() };
		const professional = asMember(world.origin, clinic);
		await Promise.all(Array.from({ length: 5 }, () => professional.refund(id, 2000, again)));
		expect(await read(id)).toMatchObject({ refundedMinor: 2000 });
		expect(sentBack(id)).toBe(2000);
		await expect(professional.refund(id, 2500, again)).rejects.toMatchObject({ code: 'CONFLICT' });
	});

	it('of what was not paid, of another clinic or of a colleague is refused', async () => {
		const open = await asMember(world.origin, clinic).request();
		await expect(asMember(world.origin, clinic).refund(open.id, 1)).rejects.toMatchObject({ code: 'REFUND_TOO_MUCH' });
		const id = await received();
		const other = await buildClinic(world.database);
		const stranger = asMember(world.origin, other, other.managerId);
		await expect(stranger.refund(id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
		await world.database.member.update({ where: { id: clinic.managerId }, data: { role: 'PROFESSIONAL' } });
		const colleague = asMember(world.origin, clinic, clinic.managerId);
		await expect(colleague.refund(id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
		for (const amount of [0, -1, 0.5, 8501]) {
			await expect(asMember(world.origin, clinic).refund(id, amount)).rejects.toBeTruthy();
		}
		expect(await read(id)).toMatchObject({ refundedMinor: 0, refunds: [] });
	});

	it('that the bank sends back fails, and the money counts again', async () => {
		const id = await received('4000 0000 0000 5126');
		expect((await asMember(world.origin, clinic).refund(id, 3000)).refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
		await vi.waitFor(async () => expect((await read(id)).refundedMinor).toBe(0), long);
		expect((await read(id)).refunds).toMatchObject([{ status: 'FAILED', failureCode: 'expired_or_canceled_card' }]);
	});

	it('of what came by hand is written down as sent, and told', async () => {
		const { clinicId, appointmentId, attendeeId, clientId, professionalId } = clinic;
		const [id, at] = [randomUUID(), new Date()];
		await world.database.payment.create({
			data: {
				...{ id, clinicId, appointmentId, attendeeId, clientId, requestedById: professionalId },
				...{ method: 'CASH', status: 'RECEIVED', amountMinor: 8500, currency: 'ISK', description: 'Session' },
				...{ requestedAt: at, receivedAt: at, receiptEmail: 'jon@example.com' },
			},
		});
		const { refundedMinor, refunds } = await asMember(world.origin, clinic).refund(id, 3000);
		expect({ refundedMinor, refunds }).toMatchObject({ refundedMinor: 3000, refunds: [{ status: 'SUCCEEDED' }] });
		await aMinuteLater();
		expect(await noticesOf(id)).toHaveLength(1);
	});

	it('is kept from being too much by the database too', async () => {
		const id = await received();
		const { clinicId } = clinic;
		const data = { clinicId, paymentId: id, reason: '', requestedAt: new Date() };
		await world.database.refund.create({ data: { ...data, id: randomUUID(), amountMinor: 8000 } });
		const more = world.database.refund.create({ data: { ...data, id: randomUUID(), amountMinor: 501 } });
		await expect(more).rejects.toThrow('Payment_refunded_check');
		expect(await read(id)).toMatchObject({ refundedMinor: 8000 });
	});
});

describe('a process that ends between Stripe and the database', () => {
	it.each(['is lost', 'was never asked'] as const)(
		'when the answer %s: the money is sent once, a day later too',
		async (fate) => {
			const id = await received();
			// No webhook tells of it either.
			world.sandbox.setFaults({ dropped: 1 });
			next = fate;
			await expect(asMember(world.origin, clinic).refund(id, 3000)).rejects.toMatchObject({ code: 'INTERNAL' });
			forgetKeys();
			await vi.waitFor(async () => {
				await aMinuteLater();
				expect(await read(id)).toMatchObject({ refundedMinor: 3000, refunds: [{ status: 'SUCCEEDED' }] });
			}, long);
			await aMinuteLater();
			expect(sentBack(id)).toBe(3000);
			expect(await noticesOf(id)).toHaveLength(1);
		},
	);

	it('leaves a refund that the same person can press again, while Stripe does not answer', async () => {
		const id = await received();
		world.sandbox.setFaults({ refused: 1 });
		const again = { id: randomUUID() };
		const professional = asMember(world.origin, clinic);
		expect(await professional.refund(id, 3000, again)).toMatchObject({ refunds: [{ status: 'PENDING' }] });
		world.sandbox.setFaults({ refused: 0 });
		expect(await professional.refund(id, 3000, again)).toMatchObject({ refunds: [{ status: 'SUCCEEDED' }] });
		expect(sentBack(id)).toBe(3000);
	});
});

it('a refund that Stripe refuses, as more was sent back at Stripe, fails with its reason', async () => {
	const id = await received();
	const intent = Object.values(world.sandbox.books.intents).find(({ metadata }) => metadata['payment_id'] === id);
	intent?.refunds.push({ id: `re_${randomUUID()}`, amount: 850_000, created: 1, status: 'succeeded', metadata: {} });
	const answer = await asMember(world.origin, clinic).refund(id, 3000);
	expect(answer).toMatchObject({
		refundedMinor: 0,
		refunds: [{ status: 'FAILED', failureCode: 'charge_already_refunded' }],
	});
});
