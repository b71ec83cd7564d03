import { SamtalError } from '../../../shared/contract/errors.ts';
import { locale } from '../../../shared/contract/scalars.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient, Links, MailQueue, Translate } from '../ports.ts';
import { cancelledMail } from './mails.ts';
import { visitsOf } from './policy.ts';
import { presentAttendee, presentVisit, visitInclude } from './present.ts';

export interface VisitChanges {
	/**
	 * Frees the time and tells the client. Cancelling twice is cancelling once.
	 * @throws SamtalError `NOT_FOUND`; `WRONG_STATE` for a visit that is done or in progress
	 */
	cancel(actor: Actor, appointmentId: string): Promise<ReturnType<typeof presentVisit>>;
	/** @throws SamtalError `NOT_FOUND`, `VISIT_CANCELLED` */
	inviteGuest(actor: Actor, appointmentId: string, name: string): Promise<ReturnType<typeof presentAttendee>>;
	/** @throws SamtalError `NOT_FOUND` */
	renewJoinLink(
		actor: Actor,
		named: { appointmentId: string; attendeeId: string },
	): Promise<ReturnType<typeof presentAttendee>>;
}

const withPeople = {
	...visitInclude,
	clinic: { select: { id: true, name: true, timeZone: true } },
	professional: { select: { id: true, name: true, email: true } },
	attendees: { ...visitInclude.attendees, include: { client: true } },
} satisfies Prisma.AppointmentInclude;
type VisitWithPeople = Prisma.AppointmentGetPayload<{ include: typeof withPeople }>;

export function createVisitChanges(deps: {
	db: Database;
	ambient: Ambient;
	links: Links;
	mail: MailQueue;
	translate: Translate;
}): VisitChanges {
	const { db, ambient, links, mail, translate } = deps;

	const cancelledMails = (visit: VisitWithPeople) =>
		visit.attendees.flatMap(({ client }) => {
			if (client === null || client.email === null) return [];
			const told = { name: client.name, email: client.email, locale: locale.parse(client.locale) };
			const { id: appointmentId, service } = visit;
			return [
				cancelledMail(
					{ ...visit, appointmentId, serviceName: service.name, client: told, timeZone: visit.clinic.timeZone },
					translate,
					ambient.now(),
				),
			];
		});

	return {
		async cancel(actor, appointmentId) {
			const visit = await db.appointment.findFirst({
				where: { ...visitsOf(actor), id: appointmentId },
				include: withPeople,
			});
			if (visit === null) throw new SamtalError('NOT_FOUND');
			if (visit.status !== 'CANCELLED') {
				await db.$transaction(async (tx) => {
					const { count } = await tx.appointment.updateMany({
						where: { id: appointmentId, status: 'PLANNED' },
						data: { status: 'CANCELLED' },
					});
					if (count === 0) throw new SamtalError('WRONG_STATE');
					for (const letter of cancelledMails(visit)) await mail.enqueue(tx, letter);
				});
			}
			return presentVisit({ ...visit, status: 'CANCELLED' }, links);
		},
		async inviteGuest(actor, appointmentId, name) {
			const visit = await db.appointment.findFirst({ where: { ...visitsOf(actor), id: appointmentId } });
			if (visit === null) throw new SamtalError('NOT_FOUND');
			if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
			const guest = await db.attendee.create({
				data: {
					...{ id: ambient.newId(), clinicId: visit.clinicId, appointmentId, kind: 'GUEST', name },
					...{ startsAt: visit.startsAt, endsAt: visit.endsAt, status: visit.status },
				},
			});
			return presentAttendee(guest, links);
		},
		async renewJoinLink(actor, { appointmentId, attendeeId }) {
			const { count } = await db.attendee.updateMany({
				where: { id: attendeeId, appointment: { ...visitsOf(actor), id: appointmentId } },
				data: { linkVersion: { increment: 1 } },
			});
			if (count === 0) throw new SamtalError('NOT_FOUND');
			return presentAttendee(await db.attendee.findUniqueOrThrow({ where: { id: attendeeId } }), links);
		},
	};
}
