import { randomUUID } from 'node:crypto';
import { createAppointment, type Appointment, type Attendee } from '../../../../../shared/contract/appointments.ts';
import { addAttendee, addToWaitingList, cancelAttendee } from '../../../../../shared/contract/attendees.ts';
import type { TestBackend } from '../../../../testing/backend.ts';
import { createClinic, signedIn } from '../../../../testing/clinic.ts';

export const startsAt = '2026-03-03T10:00:00Z';

/** A group visit of `capacity` places with the clinic's one client in it, and who runs it. */
export async function createGroup(backend: TestBackend, capacity: number) {
	const clinic = await createClinic(backend.db);
	await backend.db.service.update({ where: { id: clinic.serviceId }, data: { capacity } });
	const { browser, memberId } = await signedIn(backend, clinic.clinicId, 'MANAGER');
	const client = { id: clinic.clientId };
	const visit = await browser.call(createAppointment, { body: { client, serviceId: clinic.serviceId, startsAt } });
	const params = { appointmentId: visit.id };
	return {
		...{ ...clinic, browser, memberId, visit, params },
		add: (wished: { id: string } | ReturnType<typeof newClient>, more: object = {}) =>
			browser.call(addAttendee, { params, body: { client: wished, ...more } }),
		wait: (wished: { id: string } | ReturnType<typeof newClient>) =>
			browser.call(addToWaitingList, { params, body: { client: wished } }),
		cancel: (name: string, of: Appointment, more: object = {}) =>
			browser.call(cancelAttendee, { params: { ...params, attendeeId: attendeeOf(of, name).id }, body: more }),
		mailsTo: (to: string) => backend.db.message.findMany({ where: { to, clinicId: clinic.clinicId } }),
	};
}
export type Group = Awaited<ReturnType<typeof createGroup>>;

export const newClient = (name = 'Racer Demo') => ({ name, email: `${randomUUID()}@example.com` });

export function attendeeOf({ attendees }: Appointment, name: string): Attendee {
	const attendee = attendees.find((each) => each.name === name);
	if (attendee === undefined) throw new Error(`${name} is not there`);
	return attendee;
}

/** Who comes, by name. */
export const coming = ({ attendees }: Appointment): string[] =>
	attendees.filter(({ cancelledAt }) => cancelledAt === null).map(({ name }) => name);
