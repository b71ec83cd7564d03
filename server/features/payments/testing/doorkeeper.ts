import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { Doorkeeper } from '../../../http/actors.ts';

/** Lets in whoever names a member in `X-Member`, an attendee as the join token, or a
 * client and clinic as that of an own page: only ids, no secrets. */
export const createTestDoorkeeper = (database: Database): Doorkeeper => ({
	async authenticate(request) {
		const member = await database.member.findUnique({ where: { id: request.get('x-member') ?? '' } });
		if (member === null) throw new SamtalError('UNAUTHENTICATED');
		return { memberId: member.id, clinicId: member.clinicId, sessionId: member.id, role: member.role };
	},
	async openJoinLink(joinToken) {
		const attendee = await database.attendee.findUnique({ where: { id: joinToken } });
		if (attendee === null) throw new SamtalError('LINK_INVALID');
		const { id, appointmentId, clinicId, clientId } = attendee;
		return { attendeeId: id, appointmentId, clinicId, clientId };
	},
	openOwnPage(token) {
		const [clientId, clinicId] = token.split('.');
		if (!clientId || !clinicId) throw new SamtalError('LINK_EXPIRED');
		return { clientId, clinicId };
	},
	openWaitingLink() {
		throw new SamtalError('LINK_INVALID');
	},
});
