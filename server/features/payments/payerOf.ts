import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Currency } from '../../../shared/contract/scalars.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { visitsOf } from './policy.ts';

/**
 * What a payment of somebody who comes to a visit has of both: the visit's currency, and the client in the records.
 * @throws SamtalError `NOT_FOUND` for a visit for which this person asks for no money, or somebody who is not of it
 */
export async function payerOf(
	db: Database,
	actor: Actor,
	{ appointmentId, attendeeId }: { appointmentId: string; attendeeId: string },
): Promise<{ appointmentId: string; clientId: string | null; currency: Currency }> {
	const visit = await db.appointment.findFirst({
		where: { id: appointmentId, ...visitsOf(actor) },
		select: { currency: true, attendees: { where: { id: attendeeId }, select: { clientId: true } } },
	});
	const [attendee] = visit?.attendees ?? [];
	if (visit === null || attendee === undefined) throw new SamtalError('NOT_FOUND');
	return { appointmentId, clientId: attendee.clientId, currency: visit.currency };
}
