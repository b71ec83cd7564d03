import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listStatements } from '../../../../shared/contract/statements.ts';
import { buildClinic, type TestClinic } from '../testing/clinic.ts';
import { asAttendee, asMember, call, payWithCard } from '../testing/people.ts';
import { receiveByCard } from '../testing/received.ts';
import { startWorld, type World } from '../testing/world.ts';
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
