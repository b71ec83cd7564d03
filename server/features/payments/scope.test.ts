import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { buildClinic, type TestClinic } from './testing/clinic.ts';
import { asAttendee, asMember } from './testing/people.ts';
import { startWorld, type World } from './testing/world.ts';

let world: World;
let ours: TestClinic;
let theirs: TestClinic;
/** What the provider refuses from now on. */
let outage = false;

beforeAll(async () => {
	const fail = () => Promise.reject(new SamtalError('PAYMENT_PROVIDER'));
	world = await startWorld({
		provider: (real) => ({
			...real,
			createIntent: (...input) => (outage ? fail() : real.createIntent(...input)),
			updateReceiptEmail: (...input) => (outage ? fail() : real.updateReceiptEmail(...input)),
			cancelIntent: (...input) => (outage ? fail() : real.cancelIntent(...input)),
		}),
	});
	ours = await buildClinic(world.database);
	theirs = await buildClinic(world.database);
});
afterAll(() => world.close());

const notFound = { code: 'NOT_FOUND' };

describe('another clinic', () => {
	it('finds none of our visits, clients and payments', async () => {
		const { id } = await asMember(world.origin, ours).request();
		const manager = asMember(world.origin, theirs, theirs.managerId);
		await expect(manager.listVisit(ours.appointmentId)).rejects.toMatchObject(notFound);
		await expect(manager.listClient(ours.clientId)).rejects.toMatchObject(notFound);
		await expect(manager.withdraw(id)).rejects.toMatchObject(notFound);
		await expect(manager.request({ appointmentId: ours.appointmentId })).rejects.toMatchObject(notFound);
		await expect(manager.request({ attendeeId: ours.attendeeId })).rejects.toMatchObject(notFound);
		await expect(asAttendee(world.origin, theirs).startPaying(id)).rejects.toMatchObject(notFound);
		expect(await manager.list('2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z')).toMatchObject({
			payments: [],
			total: 0,
		});
		await expect(manager.sharePayLink(id)).rejects.toMatchObject(notFound);
		expect(await asAttendee(world.origin, theirs).list()).toMatchObject({ payments: [] });
	});

	it('cannot take the id of our payment', async () => {
		const id = randomUUID();
		await asMember(world.origin, ours).request({ id });
		await expect(asMember(world.origin, theirs).request({ id })).rejects.toMatchObject({ code: 'CONFLICT' });
	});
});

describe('within a clinic', () => {
	it('a manager handles every payment, a colleague none of them', async () => {
		const colleague = await world.database.member.create({
			data: {
				id: randomUUID(),
				clinicId: ours.clinicId,
				role: 'PROFESSIONAL',
				name: 'Dora Demo',
				email: `${randomUUID()}@example.com`,
				passwordHash: '-',
				locale: 'en',
				timeZone: 'Atlantic/Reykjavik',
			},
		});
		const { id } = await asMember(world.origin, ours).request();
		const other = asMember(world.origin, ours, colleague.id);
		await expect(other.withdraw(id)).rejects.toMatchObject(notFound);
		await expect(other.request()).rejects.toMatchObject(notFound);
		await expect(other.listVisit()).rejects.toMatchObject(notFound);
		expect((await other.list('2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z')).payments).toEqual([]);
		const manager = asMember(world.origin, ours, ours.managerId);
		expect((await manager.listVisit()).payments.map((payment) => payment.id)).toContain(id);
		expect(await manager.withdraw(id)).toMatchObject({ status: 'CANCELLED' });
	});

	it('lists by client and by period, newest first', async () => {
		const clinic = await buildClinic(world.database);
		const professional = asMember(world.origin, clinic);
		const first = await professional.request();
		const second = await professional.request();
		await world.database.payment.update({ where: { id: first.id }, data: { requestedAt: new Date('2026-01-01') } });
		const ids = ({ payments }: { payments: { id: string }[] }) => payments.map(({ id }) => id);
		expect(ids(await professional.listClient())).toEqual([second.id, first.id]);
		expect(ids(await professional.list('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'))).toEqual([first.id]);
		expect(ids(await professional.list('2025-12-31T00:00:00Z', '2026-01-01T00:00:00Z'))).toEqual([]);
	});
});

describe('while the provider does not answer', () => {
	it('nothing changes, and the same can be done later', async () => {
		const professional = asMember(world.origin, ours);
		const client = asAttendee(world.origin, ours);
		const { id } = await professional.request();
		const status = async () => (await client.list()).payments.find((payment) => payment.id === id)?.status;

		outage = true;
		await expect(client.startPaying(id)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER' });
		expect(await status()).toBe('REQUESTED');
		outage = false;
		await client.startPaying(id);
		outage = true;
		await expect(professional.withdraw(id)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER' });
		expect(await status()).toBe('PAYING');
		outage = false;
		expect(await professional.withdraw(id)).toMatchObject({ status: 'CANCELLED' });
	});
});
