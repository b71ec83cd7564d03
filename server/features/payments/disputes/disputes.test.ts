import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asAttendee, asMember } from '../testing/people.ts';
import { paidIntent, payUntold, receiveByCard } from '../testing/received.ts';
import { postEvent } from '../testing/webhooks.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
let clinic: TestClinic;
beforeAll(async () => {
	world = await startWorld({ webhooks: false });
	clinic = await buildClinic(world.database);
});
afterAll(() => world.close());

const disputesOf = (paymentId: string) => world.database.dispute.findMany({ where: { paymentId } });
interface Change {
	created?: number;
	account?: string;
	currency?: string;
	payment_intent?: string | null;
}

function disputeEvent(type: string, paymentId: string, status: string, change: Change = {}) {
	const { account = clinic.account, created = 1_795_000_000, ...facts } = change;
	const object = {
		...{ id: `dp_${paymentId}`, object: 'dispute', amount: 850_000, currency: 'isk', created: 1_795_000_000 },
		...{
			reason: 'fraudulent',
			status,
			payment_intent: paidIntent(world, paymentId).id,
			evidence_details: { due_by: 1_796_000_000 },
		},
		...facts,
	};
	return { id: `evt_${randomUUID()}`, object: 'event', account, created, type, data: { object } };
}

it('news of a dispute end the same in every order, repeated, also before the money is known to be there', async () => {
	const orders = fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 6 });
	await fc.assert(
		fc.asyncProperty(orders, fc.boolean(), async (order, onPage) => {
			const id = await payUntold(world, clinic, { onPage });
			const events = [
				disputeEvent('charge.dispute.created', id, 'needs_response'),
				disputeEvent('charge.dispute.updated', id, 'under_review', { created: 1_795_000_050 }),
				disputeEvent('charge.dispute.closed', id, 'lost', { created: 1_795_000_100 }),
			];
			for (const index of order) expect(await postEvent(world, events[index] ?? {})).toMatchObject({ status: 200 });
			expect(await disputesOf(id)).toMatchObject([
				{ status: 'LOST', amountMinor: 8500, closedAt: new Date(1_795_000_100_000) },
			]);
			expect((await asMember(world.origin, clinic).listVisit()).payments.find((each) => each.id === id)).toMatchObject({
				status: 'RECEIVED',
				disputes: [{ status: 'LOST', reason: 'fraudulent', dueBy: '2026-11-30T00:53:20.000Z' }],
			});
		}),
		{ seed: 6, numRuns: 8 },
	);
}, 60_000);

it('the managers hear of it once, and until when to answer; the client sees nothing of it', async () => {
	const own = await buildClinic(world.database);
	const id = await receiveByCard(world, own);
	const told = (status: string) => disputeEvent('charge.dispute.created', id, status, { account: own.account });
	for (const status of ['needs_response', 'needs_response', 'under_review', 'won'])
		await postEvent(world, told(status));
	const { email } = await world.database.member.findUniqueOrThrow({ where: { id: own.managerId } });
	const mails = await world.database.message.findMany({
		where: { clinicId: own.clinicId, subject: { contains: 'dispute' } },
	});
	expect(mails).toMatchObject([{ to: email, subject: expect.stringContaining('8,500') }]);
	expect(mails[0]?.text).toContain('30 November 2026');
	expect(mails[0]?.text).toMatch(/\/payments\?month=\d{4}-\d\d&state=disputed/);
	expect((await asAttendee(world.origin, own).list()).payments).toMatchObject([{ id, disputes: [] }]);
});

it.each([
	['needs_response', 8500],
	['won', 8500],
	['lost', 0],
])('with %s, %i of it counts as received for the visit', async (status, amountMinor) => {
	const own = await buildClinic(world.database);
	const id = await receiveByCard(world, own);
	await postEvent(world, disputeEvent('charge.dispute.created', id, status, { account: own.account }));
	expect(await world.database.received.findMany({ where: { attendeeId: own.attendeeId } })).toMatchObject([
		{ amountMinor },
	]);
});

it.each<[string, Change]>([
	['of another account', { account: 'acct_other' }],
	['in another currency', { currency: 'eur' }],
	['of a payment that is not ours', { payment_intent: 'pi_unknown' }],
	['of no intent', { payment_intent: null }],
])('news %s change nothing', async (_, change) => {
	const id = await receiveByCard(world, clinic);
	expect(await postEvent(world, disputeEvent('charge.dispute.created', id, 'needs_response', change))).toMatchObject({
		status: 200,
	});
	expect(await disputesOf(id)).toEqual([]);
});

it('the stand-in’s card makes one, which its page ends', async () => {
	const live = await startWorld();
	try {
		const own = await buildClinic(live.database);
		const id = await receiveByCard(live, own, '4000 0000 0000 0259');
		const manager = asMember(live.origin, own, own.managerId);
		const find = async () =>
			(await manager.list('2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z', { state: 'disputed' })).payments;
		await vi.waitFor(async () =>
			expect(await find()).toMatchObject([{ id, disputes: [{ status: 'NEEDS_RESPONSE', amountMinor: 8500 }] }]),
		);
		const page = await (await fetch(`${live.origin}/dev/stripe`)).text();
		const [, action = ''] = /action="(\/dev\/stripe\/disputes\/[^"]+)"/.exec(page) ?? [];
		await fetch(`${live.origin}${action}`, { method: 'POST', body: new URLSearchParams({ outcome: 'won' }) });
		await vi.waitFor(async () => expect(await find()).toEqual([]));
		expect(await live.database.dispute.findMany()).toMatchObject([{ paymentId: id, status: 'WON' }]);
	} finally {
		await live.close();
	}
});
