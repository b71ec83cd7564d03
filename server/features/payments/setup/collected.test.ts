import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listStatements, statementPaper } from '../../../../shared/contract/statements.ts';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asAttendee, asMember, call, payWithCard } from '../testing/people.ts';
import { receiveByCard } from '../testing/received.ts';
import { startWorld, type World } from '../testing/world.ts';
import { sendStatements } from '../statements/send.ts';
import { asManager, joinOrganisation } from './testing/managers.ts';

let world: World;
/** Its manager is the telehealth manager of the organisation of both. */
let head: TestClinic;
let branch: TestClinic;
let telehealth: ReturnType<typeof asManager>;
let manager: ReturnType<typeof asManager>;

beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());
beforeEach(async () => {
	head = await buildClinic(world.database);
	branch = await buildClinic(world.database, { paymentsEnabled: false });
	await world.database.clinic.update({ where: { id: branch.clinicId }, data: { stripeAccountId: null } });
	await joinOrganisation(world.database, [head, branch]);
	telehealth = asManager(world.origin, head.managerId);
	manager = asManager(world.origin, branch.managerId);
});

const ask = async () => (await manager.ask()).request?.id ?? '';
const collect = async () => telehealth.decide(await ask(), { approve: true, collectorId: head.clinicId });
const statementsOf = async ({ managerId }: TestClinic) =>
	(await call(world.origin, { 'x-member': managerId }, listStatements, {})).statements;

describe('a clinic whose payments another one of its organisation collects', () => {
	it('takes cards on that one’s account, and refunds from there, without any of its own', async () => {
		await collect();
		expect(await manager.account()).toMatchObject({
			account: null,
			collector: { name: 'Demo Clinic', takesPayments: true },
		});
		const { clinics } = await telehealth.clinics();
		expect(clinics.find(({ id }) => id === branch.clinicId)).toMatchObject({
			...{ collector: { id: head.clinicId }, mayCollect: false },
		});
		const { id } = await asMember(world.origin, branch).request();
		const form = await asAttendee(world.origin, branch).startPaying(id);
		expect(form.stripeAccount).toBe(head.account);
		await payWithCard(world.origin, form);
		await expect
			.poll(async () => (await world.database.payment.findUniqueOrThrow({ where: { id } })).status)
			.toBe('RECEIVED');
		expect(await asMember(world.origin, branch).refund(id, 500)).toMatchObject({ refundedMinor: 500 });
	});

	it('is shown, month by month, what it is owed, as is who owes it; with every payment on paper', async () => {
		await collect();
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

	it('is written once to its managers when the month is over', async () => {
		await collect();
		await receiveByCard(world, branch);
		const { email } = await world.database.member.findUniqueOrThrow({ where: { id: branch.managerId } });
		const mails = () =>
			world.database.message.findMany({ where: { to: email, subject: { contains: 'collected for' } } });
		await sendStatements(world.deps);
		expect(await mails()).toEqual([]);
		const month = Temporal.Now.plainDateISO('Atlantic/Reykjavik').toPlainYearMonth().add({ months: 1 });
		const later = { ...world.deps, now: () => new Date(`${month.toPlainDate({ day: 2 }).toString()}T08:00:00Z`) };
		await Promise.all([sendStatements(later), sendStatements(later)]);
		await sendStatements(later);
		expect(await mails()).toMatchObject([{ text: expect.stringMatching(/collected ISK\s8,500 by card/) }]);
	});

	it('may connect an account of its own later: what was collected before stays on its statement', async () => {
		await collect();
		await receiveByCard(world, branch);
		const { url } = await manager.connect();
		expect(url).toContain('/dev/stripe/onboarding/');
		const clinic = await world.database.clinic.findUniqueOrThrow({ where: { id: branch.clinicId } });
		expect(clinic.collectorId).toBeNull();
		expect(clinic.stripeAccountId).not.toBe(head.account);
		expect(await statementsOf(branch)).toMatchObject([{ payableMinor: 8_500 }]);
	});

	it('goes on with whatever account the collecting clinic has, which cannot leave meanwhile', async () => {
		await collect();
		await expect(telehealth.disconnect(head.account)).rejects.toMatchObject({ code: 'COLLECTS_FOR_OTHERS' });
		await expect(telehealth.end(head.clinicId)).rejects.toMatchObject({ code: 'COLLECTS_FOR_OTHERS' });
		await expect(manager.disconnect(head.account)).rejects.toMatchObject({ code: 'CONFLICT' });
		await telehealth.connect({ insteadOf: head.account });
		const ids = { id: { in: [head.clinicId, branch.clinicId] } };
		const accounts = await world.database.clinic.findMany({ where: ids, select: { stripeAccountId: true } });
		expect(new Set(accounts.map(({ stripeAccountId }) => stripeAccountId)).size).toBe(1);
		await telehealth.end(branch.clinicId);
		await telehealth.disconnect(accounts[0]?.stripeAccountId ?? '');
		expect(await manager.access()).toMatchObject({ enabled: false });
	});

	it('needs one of its own organisation that has an account', async () => {
		const stranger = await buildClinic(world.database);
		const request = await ask();
		for (const collectorId of [stranger.clinicId, branch.clinicId]) {
			await expect(telehealth.decide(request, { approve: true, collectorId })).rejects.toMatchObject({
				code: 'CONFLICT',
			});
		}
		expect(await manager.access()).toMatchObject({ enabled: false, request: { status: 'ASKED' } });
	});
});
