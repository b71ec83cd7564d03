import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { listStatements, statementPaper } from '../../../../shared/contract/statements.ts';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asMember, call } from '../testing/people.ts';
import { receiveByCard } from '../testing/received.ts';
import { startWorld, type World } from '../testing/world.ts';
import { asManager, joinOrganisation } from '../setup/testing/managers.ts';
import { closeStatements } from './close.ts';

let world: World;
let head: TestClinic;
/** Its payments are collected by the other. */
let branch: TestClinic;

beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
beforeEach(async () => {
	head = await buildClinic(world.database);
	branch = await buildClinic(world.database, { paymentsEnabled: false });
	await world.database.clinic.update({ where: { id: branch.clinicId }, data: { stripeAccountId: null } });
	await joinOrganisation(world.database, [head, branch]);
	const { request } = await asManager(world.origin, branch.managerId).ask();
	const decision = { approve: true, collectorId: head.clinicId } as const;
	await asManager(world.origin, head.managerId).decide(request?.id ?? '', decision);
});

const closeAt = (time: string) => closeStatements({ ...world.deps, now: () => new Date(time) });
const statementsOf = async ({ managerId }: TestClinic) =>
	(await call(world.origin, { 'x-member': managerId }, listStatements, {})).statements;
/** Month, what was collected, what was missing, what is payable; oldest first. */
const closed = async () => {
	const rows = await world.database.statement.findMany({
		...{ where: { clinicId: branch.clinicId, lines: { some: {} } }, orderBy: { month: 'asc' } },
	});
	return rows.map(({ month, collectedMinor, carriedMinor, payableMinor }) => [
		...[month, Number(collectedMinor), Number(carriedMinor), Number(payableMinor)],
	]);
};
const linesOf = (month: string) =>
	world.database.statementLine.findMany({
		...{ where: { statement: { clinicId: branch.clinicId, month } }, orderBy: { kind: 'asc' } },
		select: { kind: true, amountMinor: true, isCorrection: true },
	});

async function receivedAt(time: string): Promise<string> {
	const id = await receiveByCard(world, branch);
	await world.database.payment.update({ where: { id }, data: { receivedAt: new Date(time) } });
	return id;
}

async function refundedAt(time: string, paymentId: string, amountMinor: number): Promise<string> {
	await asMember(world.origin, branch).refund(paymentId, amountMinor);
	const { id } = await world.database.refund.findFirstOrThrow({ where: { paymentId } });
	await world.database.refund.update({ where: { id }, data: { requestedAt: new Date(time) } });
	return id;
}

it('shows both clinics, month by month, what is owed, and nobody else; with every payment on paper', async () => {
	const id = await receiveByCard(world, branch);
	await receiveByCard(world, head);
	await asMember(world.origin, branch).refund(id, 500);
	const expected = [
		{
			...{ clinic: { id: branch.clinicId }, collector: { id: head.clinicId }, isOver: false, currency: 'ISK' },
			...{ collectedMinor: 8_000, carriedMinor: 0, payableMinor: 8_000 },
		},
	];
	expect(await statementsOf(branch)).toMatchObject(expected);
	expect(await statementsOf(head)).toMatchObject(expected);
	expect(await statementsOf(await buildClinic(world.database))).toEqual([]);
	const [statement] = await statementsOf(branch);
	const path = statementPaper.path
		.replace(':clinicId', branch.clinicId)
		.replace(':collectorId', head.clinicId)
		.replace(':month', statement?.month ?? '')
		.replace(':currency', 'ISK');
	const read = (memberId: string) => fetch(world.origin + path, { headers: { 'x-member': memberId } });
	expect(await (await read(branch.managerId)).text()).toMatch(/^%PDF-/);
	expect((await read((await buildClinic(world.database)).managerId)).status).toBe(404);
	expect((await read(branch.professionalId)).status).toBe(403);
});

it('is closed and written to the managers once when the month is over', async () => {
	await receivedAt('2027-03-09T12:00:00Z');
	const { email } = await world.database.member.findUniqueOrThrow({ where: { id: branch.managerId } });
	const mails = () => world.database.message.findMany({ where: { to: email, subject: { contains: 'collected for' } } });
	await closeAt('2027-03-31T23:59:59Z');
	expect([await closed(), await mails()]).toEqual([[], []]);
	await Promise.all([closeAt('2027-04-01T00:00:01Z'), closeAt('2027-04-01T00:00:01Z')]);
	await closeAt('2027-04-02T08:00:00Z');
	expect(await closed()).toEqual([['2027-03', 8_500, 0, 8_500]]);
	expect(await mails()).toMatchObject([{ text: expect.stringMatching(/collected ISK\s8,500 by card/) }]);
	expect(await statementsOf(head)).toMatchObject([{ month: '2027-03', isOver: true, payableMinor: 8_500 }]);
});

it('closes every month in which nobody was there to do it', async () => {
	await receivedAt('2027-01-15T12:00:00Z');
	await receivedAt('2027-03-15T12:00:00Z');
	await closeAt('2027-06-01T08:00:00Z');
	expect(await closed()).toEqual([
		['2027-01', 8_500, 0, 8_500],
		['2027-03', 8_500, 0, 8_500],
	]);
});

it('tells money of which Stripe told late in the month in which it did', async () => {
	await receivedAt('2027-01-15T12:00:00Z');
	await closeAt('2027-02-01T08:00:00Z');
	await receivedAt('2027-01-31T23:59:00Z');
	await closeAt('2027-02-02T08:00:00Z');
	expect(await closed()).toEqual([['2027-01', 8_500, 0, 8_500]]);
	await closeAt('2027-03-01T08:00:00Z');
	expect(await closed()).toEqual([
		['2027-01', 8_500, 0, 8_500],
		['2027-02', 8_500, 0, 8_500],
	]);
	expect(await linesOf('2027-02')).toEqual([{ kind: 'payment', amountMinor: 8_500, isCorrection: false }]);
});

it('gives back in the next month what a refund took off that failed afterwards', async () => {
	const id = await receivedAt('2027-01-15T12:00:00Z');
	const refund = await refundedAt('2027-01-20T12:00:00Z', id, 3_000);
	await closeAt('2027-02-01T08:00:00Z');
	await world.database.refund.update({ where: { id: refund }, data: { status: 'FAILED' } });
	await closeAt('2027-03-01T08:00:00Z');
	await closeAt('2027-04-01T08:00:00Z');
	expect(await closed()).toEqual([
		['2027-01', 5_500, 0, 5_500],
		['2027-02', 3_000, 0, 3_000],
	]);
	expect(await statementsOf(branch)).toHaveLength(2);
	expect(await linesOf('2027-02')).toEqual([{ kind: 'refund', amountMinor: 3_000, isCorrection: true }]);
});

it('carries on what went back of a month that was paid, and a lost dispute with it', async () => {
	const id = await receivedAt('2027-01-15T12:00:00Z');
	await closeAt('2027-02-01T08:00:00Z');
	const dispute = {
		...{ id: world.deps.newId(), clinicId: branch.clinicId, paymentId: id, providerId: `du_${id}` },
		...{ amountMinor: 8_500, reason: 'fraudulent', status: 'LOST' as const },
		...{ openedAt: new Date('2027-02-02T12:00:00Z'), closedAt: new Date('2027-02-20T12:00:00Z') },
	};
	await world.database.dispute.create({ data: { ...dispute, lastEventAt: dispute.closedAt } });
	await closeAt('2027-03-01T08:00:00Z');
	await receivedAt('2027-03-05T12:00:00Z');
	await receivedAt('2027-03-06T12:00:00Z');
	expect(await statementsOf(branch)).toMatchObject([
		{ month: '2027-03', collectedMinor: 17_000, carriedMinor: -8_500, payableMinor: 8_500 },
		{ month: '2027-02', collectedMinor: -8_500, carriedMinor: 0, payableMinor: 0, isOver: true },
		{ month: '2027-01', payableMinor: 8_500 },
	]);
	await closeAt('2027-04-01T08:00:00Z');
	expect((await closed()).at(-1)).toEqual(['2027-03', 17_000, -8_500, 8_500]);
});

it('is by the clock of the clinic that is paid, and a clinic that moves is paid nothing twice', async () => {
	const zone = (timeZone: string) =>
		world.database.clinic.update({ where: { id: branch.clinicId }, data: { timeZone } });
	await zone('Australia/Sydney');
	await receivedAt('2027-01-31T12:59:00Z');
	await receivedAt('2027-01-31T13:01:00Z');
	await closeAt('2027-01-31T13:02:00Z');
	expect(await closed()).toEqual([['2027-01', 8_500, 0, 8_500]]);
	await zone('America/Los_Angeles');
	await closeAt('2027-02-28T08:00:00Z');
	await closeAt('2027-03-01T09:00:00Z');
	expect(await closed()).toEqual([
		['2027-01', 8_500, 0, 8_500],
		['2027-02', 8_500, 0, 8_500],
	]);
});

it('keeps what is closed as it is, whoever asks', async () => {
	await receivedAt('2027-01-15T12:00:00Z');
	await closeAt('2027-02-01T08:00:00Z');
	const { id: statementId } = await world.database.statement.findFirstOrThrow({ where: { clinicId: branch.clinicId } });
	const { statement, statementLine } = world.database;
	const more = { ...{ statementId, kind: 'payment', moveId: world.deps.newId() }, amountMinor: 100 };
	for (const change of [
		() => statement.update({ where: { id: statementId }, data: { payableMinor: 0 } }),
		() => statement.deleteMany({ where: { id: statementId } }),
		() => statementLine.updateMany({ where: { statementId }, data: { amountMinor: 1 } }),
		() => statementLine.deleteMany({ where: { statementId } }),
		() => statementLine.create({ data: { ...more, at: new Date(), description: '', isCorrection: false } }),
	]) {
		await expect(change()).rejects.toThrow();
	}
	expect(await closed()).toEqual([['2027-01', 8_500, 0, 8_500]]);
});
