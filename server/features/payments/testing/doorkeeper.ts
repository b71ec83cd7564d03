import { z } from 'zod';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { JoinLinks } from '../../../adapters/links.ts';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { Doorkeeper } from '../../../http/actors.ts';
import type { Ambient } from '../../ports.ts';
import { createOpenPayer } from '../link/door.ts';

const isId = (token: string) => z.uuid().safeParse(token).success;

/** Lets in whoever names a member in `X-Member`, an attendee as the join token, or a
 * client and clinic as that of an own page: only ids, no secrets. */
export const createTestDoorkeeper = (database: Database, links: JoinLinks, ambient: Ambient): Doorkeeper => ({
	openPayer: createOpenPayer({ db: database, ambient, links, openJoinLink: openJoinLinkOf(database) }),
	openJoinLink: openJoinLinkOf(database),
	async authenticate(request) {
		const member = await database.member.findUnique({ where: { id: request.get('x-member') ?? '' } });
		if (member === null) throw new SamtalError('UNAUTHENTICATED');
		return { memberId: member.id, clinicId: member.clinicId, sessionId: member.id, role: member.role };
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

const openJoinLinkOf =
	(database: Database): Doorkeeper['openJoinLink'] =>
	async (joinToken) => {
		if (!isId(joinToken)) throw new SamtalError('LINK_INVALID');
		const attendee = await database.attendee.findUnique({ where: { id: joinToken } });
		if (attendee === null) throw new SamtalError('LINK_INVALID');
		const { id, appointmentId, clinicId, clientId } = attendee;
		return { attendeeId: id, appointmentId, clinicId, clientId };
	};
