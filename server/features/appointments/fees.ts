import { SamtalError } from '../../../shared/contract/errors.ts';
import { locale } from '../../../shared/contract/scalars.ts';
import { feeOf, freeUntilOf } from '../../../shared/domain/payments/fees.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { CancelDeps } from './cancel.ts';
import { whenOf } from './mail-words.ts';
import { comingClients, isGroup, readBy, type VisitWithPeople } from './visits.ts';

/**
 * Asks the client of a visit that was just cancelled for the fee that the clinic's rules name, less what was received of
 * them; late is what the professional's rule for free cancellation says. In the transaction that cancels, so that one cancellation asks once. A visit of a group has no fee.
 * @throws SamtalError `PAYMENTS_DISABLED` when there is a fee and the clinic takes no payments
 */
export async function requestFee(
	{ ambient, translate }: Pick<CancelDeps, 'ambient' | 'translate'>,
	tx: Queryable,
	visit: VisitWithPeople,
	{ reason, requestedById }: { reason: 'BY_CLIENT' | 'NO_SHOW'; requestedById: string },
): Promise<void> {
	const { clinicId, professionalId: memberId, startsAt, currency } = visit;
	const [coming] = comingClients(visit);
	if (coming === undefined || isGroup(visit)) return;
	// Whoever disconnects the account counts either this request, or makes it find no account.
	await tx.$queryRaw`SELECT 1 FROM "Clinic" WHERE "id" = ${clinicId}::uuid FOR SHARE`;
	const clinic = await tx.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	const rule = await tx.bookingRules.findUnique({ where: { memberId } });
	const price = coming.attendee.amountMinor ?? visit.amountMinor;
	const now = ambient.now();
	const fee = feeOf({ amountMinor: price, freeUntil: freeUntilOf(startsAt, rule), reason, cancelledAt: now }, clinic);
	const received = visit.payments
		.filter(({ attendeeId }) => attendeeId === coming.attendee.id)
		.reduce((sum, each) => sum + each.amountMinor - each.refundedMinor, 0);
	if (fee <= received) return;
	if (!clinic.paymentsEnabled || clinic.stripeAccountId === null) throw new SamtalError('PAYMENTS_DISABLED');
	const language = locale.parse(coming.client.locale);
	const told = readBy(visit, { ...coming.client, email: coming.client.email ?? '' });
	const words = { service: visit.service.name, when: told === null ? '' : whenOf(told) };
	await tx.payment.create({
		data: {
			...{ id: ambient.newId(), clinicId, appointmentId: visit.id, currency, requestedById, requestedAt: now },
			...{ attendeeId: coming.attendee.id, clientId: coming.client.id, amountMinor: fee - received },
			description: translate(language, `fee.${reason}`, words),
		},
	});
}
