import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppointment, getAppointment } from '../../../shared/contract/appointments.ts';
import { archiveResource, changeResource, createResource, listResources } from '../../../shared/contract/resources.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

test('a manager says which rooms and devices there are and where, everybody else takes them', async () => {
	const clinic = await createClinic(backend.db);
	const { browser: manager } = await signedIn(backend, clinic.clinicId, 'MANAGER');
	const { browser: professional } = await signedIn(backend, clinic.clinicId);
	const listed = async () => (await professional.call(listResources, {})).resources;
	const room = { name: 'Room 2', kind: 'ROOM' as const, officeId: clinic.officeId };
	const made = await manager.call(createResource, { body: room });
	const params = { resourceId: made.id };
	const device = { name: 'Camera', kind: 'EQUIPMENT' as const, officeId: null };
	await manager.call(createResource, { body: device });
	await manager.call(changeResource, { params, body: { ...room, name: 'Room 3' } });
	expect(await listed()).toMatchObject([device, { ...room, id: made.id, name: 'Room 3' }]);

	const isForbidden = { code: 'FORBIDDEN' };
	await expect(professional.call(createResource, { body: room })).rejects.toMatchObject(isForbidden);
	await expect(professional.call(changeResource, { params, body: room })).rejects.toMatchObject(isForbidden);
	await expect(professional.call(archiveResource, { params })).rejects.toMatchObject(isForbidden);
	const elsewhere = { ...room, officeId: randomUUID() };
	await expect(manager.call(createResource, { body: elsewhere })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what was put away stays with the visits that have it, and no new one takes it', async () => {
	const clinic = await createClinic(backend.db);
	const { browser: manager } = await signedIn(backend, clinic.clinicId, 'MANAGER');
	const room = await manager.call(createResource, { body: { name: 'Room', kind: 'ROOM', officeId: null } });
	const { clientId, serviceId } = clinic;
	const wish = { client: { id: clientId }, serviceId, resourceIds: [room.id] };
	const visit = await manager.call(createAppointment, { body: { ...wish, startsAt: '2026-03-03T10:00:00Z' } });
	await manager.call(archiveResource, { params: { resourceId: room.id } });
	expect((await manager.call(listResources, {})).resources).toEqual([]);
	const kept = await manager.call(getAppointment, { params: { appointmentId: visit.id } });
	expect(kept.resources).toEqual([{ id: room.id, name: 'Room' }]);
	const another = manager.call(createAppointment, { body: { ...wish, startsAt: '2026-03-04T10:00:00Z' } });
	await expect(another).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
