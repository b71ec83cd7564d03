import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asMember } from '../testing/people.ts';
import { startWorld, type World } from '../testing/world.ts';
import { asManager, joinOrganisation } from './testing/managers.ts';

let world: World;
/** Its manager is the telehealth manager of the organisation of both. */
let head: TestClinic;
let branch: TestClinic;
let telehealth: ReturnType<typeof asManager>;
let manager: ReturnType<typeof asManager>;

beforeAll(async () => {
	world = await startWorld({ webhooks: false });
});
afterAll(() => world.close());
beforeEach(async () => {
	head = await buildClinic(world.database);
	branch = await buildClinic(world.database, { paymentsEnabled: false });
	await joinOrganisation(world.database, [head, branch]);
	telehealth = asManager(world.origin, head.managerId);
	manager = asManager(world.origin, branch.managerId);
});

const ask = async () => (await manager.ask()).request?.id ?? '';
const no = { approve: false, reason: 'Next year.' };
const mails = async () => {
	const { email } = await world.database.member.findUniqueOrThrow({ where: { id: branch.managerId } });
	return world.database.message.findMany({ where: { to: email }, orderBy: { createdAt: 'asc' } });
};
const pay = () => asMember(world.origin, branch).request();

describe('a clinic asks to take payments', () => {
	it('has none until the telehealth manager approves, and is told so', async () => {
		await expect(pay()).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
		const id = await ask();
		expect(await manager.access()).toMatchObject({
			enabled: false,
			request: { status: 'ASKED', requestedBy: 'Berta Demo' },
		});
		await expect(pay()).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
		const { clinics } = await telehealth.clinics();
		expect(clinics.map(({ id: clinicId }) => clinicId)).toEqual([branch.clinicId, head.clinicId]);
		await telehealth.decide(id, { approve: true });
		expect(await manager.access()).toMatchObject({ enabled: true, request: { status: 'APPROVED' } });
		await expect(pay()).resolves.toMatchObject({ status: 'REQUESTED' });
		expect(await mails()).toMatchObject([{ subject: 'Demo Clinic can take payments now' }]);
	});

	it('is refused with a reason, and may ask again', async () => {
		await telehealth.decide(await ask(), no);
		expect(await manager.access()).toMatchObject({
			enabled: false,
			request: { status: 'REFUSED', reason: 'Next year.' },
		});
		expect(await mails()).toMatchObject([{ text: expect.stringContaining('Reason: Next year.') }]);
		await expect(ask()).resolves.not.toBe('');
	});

	it('loses them again, and may ask again', async () => {
		await telehealth.decide(await ask(), { approve: true });
		await telehealth.end(branch.clinicId);
		expect(await manager.access()).toMatchObject({ enabled: false, request: { status: 'ENDED' } });
		await expect(pay()).rejects.toMatchObject({ code: 'PAYMENTS_DISABLED' });
		await expect(telehealth.end(branch.clinicId)).rejects.toMatchObject({ code: 'CONFLICT' });
		await expect(ask()).resolves.not.toBe('');
	});

	it('of no organisation decides for itself', async () => {
		await world.database.clinic.update({ where: { id: branch.clinicId }, data: { organisationId: null } });
		expect(await manager.access()).toMatchObject({ enabled: false, decidesItself: true });
		expect(await manager.ask()).toMatchObject({ enabled: true, request: { status: 'APPROVED' } });
	});
});

describe('of many at the same time', () => {
	it('one asks, whoever they are', async () => {
		const answers = await Promise.allSettled([ask(), ask(), ask(), ask()]);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await world.database.paymentAccess.count({ where: { clinicId: branch.clinicId } })).toBe(1);
		const row = { clinicId: branch.clinicId, requestedById: branch.managerId, why: '', requestedAt: new Date() };
		await expect(world.database.paymentAccess.create({ data: { ...row, id: branch.clientId } })).rejects.toThrow();
	});

	it('one decides, and one mail goes out', async () => {
		const id = await ask();
		const answers = await Promise.allSettled([telehealth.decide(id, no), telehealth.decide(id, { approve: true })]);
		expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		const { enabled, request } = await manager.access();
		expect(enabled).toBe(request?.status === 'APPROVED');
		expect(await mails()).toHaveLength(1);
	});
});

describe('is refused', () => {
	it('a professional everything, and a manager what is the organisation’s', async () => {
		const id = await ask();
		const professional = asManager(world.origin, head.professionalId);
		const attempts = [
			...[professional.access(), professional.ask(), professional.clinics(), manager.clinics()],
			...[manager.decide(id, { approve: true }), manager.end(head.clinicId)],
		];
		for (const answer of await Promise.allSettled(attempts)) {
			expect(answer).toMatchObject({ reason: { code: 'FORBIDDEN' } });
		}
		expect(await manager.access()).toMatchObject({ enabled: false });
	});

	it('another organisation’s telehealth manager', async () => {
		const id = await ask();
		const other = await buildClinic(world.database);
		await joinOrganisation(world.database, [other]);
		const stranger = asManager(world.origin, other.managerId);
		expect((await stranger.clinics()).clinics.map((clinic) => clinic.id)).toEqual([other.clinicId]);
		await expect(stranger.decide(id, { approve: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
		await expect(stranger.end(branch.clinicId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
		expect(await manager.access()).toMatchObject({ enabled: false });
	});

	it('who asks for what is there, without a word why, or refuses without one', async () => {
		await expect(telehealth.ask()).rejects.toMatchObject({ code: 'CONFLICT' });
		await expect(manager.ask('  ')).rejects.toMatchObject({ code: 'VALIDATION' });
		await expect(telehealth.decide(await ask(), { approve: false })).rejects.toMatchObject({ code: 'VALIDATION' });
	});
});
