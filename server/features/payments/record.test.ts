import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildClinic, type TestClinic } from './testing/clinic.ts';
import { asAttendee, asMember } from './testing/people.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
let clinic: TestClinic;
let professional: ReturnType<typeof asMember>;

beforeAll(async () => void (world = await startWorld()));
beforeEach(async () => {
	clinic = await buildClinic(world.database, { paymentsEnabled: false });
	professional = asMember(world.origin, clinic);
});
afterAll(() => world.close());

const mails = () => world.database.message.findMany({ where: { clinicId: clinic.clinicId } });

it('what came by another way is received at once, without Stripe, and told to those in the call', async () => {
	const heard = world.notified.length;
	const recorded = await professional.record({ method: 'TERMINAL' });
	expect(recorded).toMatchObject({ status: 'RECEIVED', method: 'TERMINAL', amountMinor: 8500, currency: 'ISK' });
	expect(recorded.payer).toMatchObject({ attendeeId: clinic.attendeeId, clientId: clinic.clientId });
	expect((await asAttendee(world.origin, clinic).list()).payments).toMatchObject([{ id: recorded.id }]);
	expect(world.notified.slice(heard)).toEqual([clinic.appointmentId]);
	expect(await mails()).toEqual([]);
});

it('the receipt goes where it is wanted, once, however often it is pressed', async () => {
	const wanted = { id: randomUUID(), receiptEmail: 'jon@example.com' };
	await Promise.all([professional.record(wanted), professional.record(wanted)]);
	expect(await professional.record(wanted)).toMatchObject({ id: wanted.id });
	const { payments } = await professional.listVisit();
	expect(payments).toHaveLength(1);
	expect((await mails()).map(({ to, subject }) => [to, subject])).toEqual([
		['jon@example.com', 'Kvittun frá Demo Clinic: 8.500\u{a0}kr.'],
	]);
	await expect(professional.record({ ...wanted, amountMinor: 8400 })).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('a card is refused; so is another clinic, and a colleague', async () => {
	await expect(professional.record({ method: 'CARD' })).rejects.toMatchObject({ code: 'VALIDATION' });
	const other = await buildClinic(world.database);
	const notFound = { code: 'NOT_FOUND' };
	await expect(asMember(world.origin, other).record({}, clinic.appointmentId)).rejects.toMatchObject(notFound);
	await expect(professional.record({ attendeeId: other.attendeeId })).rejects.toMatchObject(notFound);
	await world.database.member.update({ where: { id: clinic.managerId }, data: { role: 'PROFESSIONAL' } });
	await expect(asMember(world.origin, clinic, clinic.managerId).record()).rejects.toMatchObject(notFound);
	expect((await professional.listVisit()).payments).toEqual([]);
});
