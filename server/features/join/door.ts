import { SamtalError } from '../../../shared/contract/errors.ts';
import type { JoinLinks } from '../../adapters/links.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Doorkeeper } from '../../http/actors.ts';
import type { Ambient } from '../ports.ts';

/** Time to rejoin after a visit that ran over, and to read again what was shared. */
const OPEN_AFTER_END_MS = 24 * 3_600_000;

/**
 * Who holds this join link. Reads only: mail scanners open links before people do.
 * @throws SamtalError `LINK_INVALID` for one that was never given or was renewed, `VISIT_CANCELLED`, and
 * `LINK_EXPIRED` 24 hours after the visit's end.
 */
export function createOpenJoinLink(deps: {
	db: Database;
	ambient: Ambient;
	links: JoinLinks;
}): Doorkeeper['openJoinLink'] {
	const { db, ambient, links } = deps;
	return async (joinToken) => {
		const named = links.read(joinToken);
		if (named === null) throw new SamtalError('LINK_INVALID');
		const attendee = await db.attendee.findUnique({
			where: { id: named.attendeeId },
			include: { appointment: { select: { status: true, endsAt: true } } },
		});
		if (attendee === null || attendee.linkVersion !== named.linkVersion) throw new SamtalError('LINK_INVALID');
		const { status, endsAt } = attendee.appointment;
		if (status === 'CANCELLED' || attendee.cancelledAt !== null) throw new SamtalError('VISIT_CANCELLED');
		if (ambient.now().getTime() > endsAt.getTime() + OPEN_AFTER_END_MS) throw new SamtalError('LINK_EXPIRED');
		const { id: attendeeId, appointmentId, clinicId, clientId } = attendee;
		return { attendeeId, appointmentId, clinicId, clientId };
	};
}
