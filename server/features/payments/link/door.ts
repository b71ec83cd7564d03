import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { JoinLinks } from '../../../adapters/links.ts';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { Doorkeeper } from '../../../http/actors.ts';
import type { Ambient } from '../../ports.ts';

interface DoorDeps extends Pick<Doorkeeper, 'openJoinLink'> {
	db: Database;
	ambient: Ambient;
	links: JoinLinks;
}

/** Who may pay with this token: whoever has the link to a payment, or to a visit. @throws SamtalError as `openJoinLink` */
export const createOpenPayer =
	({ db, ambient, links, openJoinLink }: DoorDeps): Doorkeeper['openPayer'] =>
	async (token) => {
		const named = links.readPay(token);
		if (named === null) {
			const { clinicId, clientId, attendeeId } = await openJoinLink(token);
			return { clinicId, clientId, owes: { attendeeId } };
		}
		const { paymentId, until } = named;
		if (ambient.now() > until) throw new SamtalError('LINK_EXPIRED');
		const payment = await db.payment.findUnique({ where: { id: paymentId } });
		if (payment === null) throw new SamtalError('LINK_INVALID');
		return { clinicId: payment.clinicId, clientId: payment.clientId, owes: { paymentId } };
	};
