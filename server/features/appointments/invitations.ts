import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient, Links } from '../ports.ts';
import { visitsOf } from './policy.ts';
import { presentAttendee, visitInclude } from './present.ts';

export interface Invitations {
	/** @throws SamtalError `NOT_FOUND`, `VISIT_CANCELLED` */
	inviteGuest(actor: Actor, appointmentId: string, name: string): Promise<ReturnType<typeof presentAttendee>>;
	/** @throws SamtalError `NOT_FOUND` */
	renewJoinLink(
		actor: Actor,
		named: { appointmentId: string; attendeeId: string },
	): Promise<ReturnType<typeof presentAttendee>>;
}

/** Who may come to a visit beside its client, and by which link. */
export function createInvitations({
	db,
	ambient,
	links,
}: {
	db: Database;
	ambient: Ambient;
	links: Links;
}): Invitations {
	/** The attendee as they stand now. */
	async function read(id: string) {
		const { appointment, ...attendee } = await db.attendee.findUniqueOrThrow({
			where: { id },
			include: { ...visitInclude.attendees.include, appointment: { include: visitInclude } },
		});
		return presentAttendee(attendee, appointment, links);
	}

	return {
		async inviteGuest(actor, appointmentId, name) {
			const visit = await db.appointment.findFirst({ where: { ...visitsOf(actor), id: appointmentId } });
			if (visit === null) throw new SamtalError('NOT_FOUND');
			if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
			const { id } = await db.attendee.create({
				data: {
					...{ id: ambient.newId(), clinicId: visit.clinicId, appointmentId, kind: 'GUEST', name },
					...{ startsAt: visit.startsAt, endsAt: visit.endsAt, status: visit.status },
				},
			});
			return read(id);
		},
		async renewJoinLink(actor, { appointmentId, attendeeId }) {
			const { count } = await db.attendee.updateMany({
				where: { id: attendeeId, appointment: { ...visitsOf(actor), id: appointmentId } },
				data: { linkVersion: { increment: 1 } },
			});
			if (count === 0) throw new SamtalError('NOT_FOUND');
			return read(attendeeId);
		},
	};
}
