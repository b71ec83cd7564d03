import type { CancelReason } from '../../../shared/contract/appointments.ts';
import type { FeeRules } from '../../../shared/contract/clinic.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { locale, type Money } from '../../../shared/contract/scalars.ts';
import { cardLimits } from '../../../shared/domain/payments/cardAmount.ts';
import { feeOf, freeUntilOf } from '../../../shared/domain/payments/fees.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import { holdAccount } from '../holdAccount.ts';
import type { CancelDeps } from './cancel.ts';
import { whenOf } from './mail-words.ts';
import { receivedOf } from './present.ts';
import { comingClients, isGroup, readBy, visitsInScope, type VisitWithPeople } from './visits.ts';

/** What a fee depends on beside the visit itself. */
interface FeeTerms {
	rules: FeeRules;
	/** The professional's, of whom it says what is late; null where cancelling is always free. */
	rule: { freeCancelHours: number } | null;
	/** Whether the clinic can ask for a fee. */
	takesPayments: boolean;
}

/** For the visits of one professional. */
export async function readFeeTerms(
	db: Queryable,
	{ clinicId, professionalId: memberId }: Pick<VisitWithPeople, 'clinicId' | 'professionalId'>,
): Promise<FeeTerms> {
	const clinic = await db.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	const rule = await db.bookingRules.findUnique({ where: { memberId }, select: { freeCancelHours: true } });
	return { rules: clinic, rule, takesPayments: clinic.paymentsEnabled && clinic.stripeAccountId !== null };
}

/**
 * What it costs the client when the visit is cancelled at that moment, and what of that is still to pay as it was not
 * received of them already, in minor units: nothing where it is less than a card can pay. A visit of a group has no fee.
 */
function feeFor(
	visit: VisitWithPeople,
	{ rules, rule }: FeeTerms,
	{ reason, cancelledAt }: { reason: CancelReason; cancelledAt: Date },
): { feeMinor: number; openMinor: number } {
	const [coming] = comingClients(visit);
	if (coming === undefined || isGroup(visit)) return { feeMinor: 0, openMinor: 0 };
	const amountMinor = coming.attendee.amountMinor ?? visit.amountMinor;
	const feeMinor = feeOf({ amountMinor, reason, freeUntil: freeUntilOf(visit.startsAt, rule), cancelledAt }, rules);
	const openMinor = feeMinor - receivedOf(visit, coming.attendee.id);
	return { feeMinor, openMinor: openMinor < cardLimits(visit.currency).leastMinor ? 0 : openMinor };
}

/** What is to be paid then, where the clinic can ask for it. */
export function feeToAsk(visit: VisitWithPeople, terms: FeeTerms, when: Parameters<typeof feeFor>[2]): Money | null {
	const amountMinor = terms.takesPayments ? feeFor(visit, terms, when).openMinor : 0;
	return amountMinor === 0 ? null : { amountMinor, currency: visit.currency };
}

/** The fees of a visit, and of those of its series that are meant, if they were cancelled now and the clinic can ask for them. */
export async function listFees(
	db: Queryable,
	visit: VisitWithPeople,
	{ reason, scope, now }: { reason: CancelReason; scope: Scope; now: Date },
): Promise<Money[]> {
	const terms = await readFeeTerms(db, visit);
	const meant = await visitsInScope(db, visit, scope, now);
	return meant
		.filter(({ status }) => status === 'PLANNED')
		.flatMap((each) => feeToAsk(each, terms, { reason, cancelledAt: now }) ?? []);
}

/** What a client is asked for, and where they pay it. */
export interface AskedFee extends Money {
	payLink: string;
}

/**
 * Asks the clients of visits that were just cancelled for their fees, in the transaction that cancels, so that one
 * cancellation asks once. All are of one professional. Answers with what was asked for, by visit.
 * @throws SamtalError `PAYMENTS_DISABLED` when there is a fee and the clinic takes no payments
 */
export async function requestFees(
	{ ambient, links, translate }: Pick<CancelDeps, 'ambient' | 'links' | 'translate'>,
	tx: Queryable,
	visits: readonly VisitWithPeople[],
	{ reason, requestedById }: { reason: CancelReason; requestedById: string },
): Promise<Map<string, AskedFee>> {
	const asked = new Map<string, AskedFee>();
	const [first] = visits;
	if (first === undefined || (reason !== 'BY_CLIENT' && reason !== 'NO_SHOW')) return asked;
	await holdAccount(tx, first.clinicId);
	const terms = await readFeeTerms(tx, first);
	const now = ambient.now();
	for (const visit of visits) {
		const { clinicId, currency } = visit;
		const { feeMinor, openMinor: amountMinor } = feeFor(visit, terms, { reason, cancelledAt: now });
		const [coming] = comingClients(visit);
		if (coming === undefined || amountMinor === 0) continue;
		if (!terms.takesPayments) throw new SamtalError('PAYMENTS_DISABLED');
		const told = readBy(visit, { ...coming.client, email: coming.client.email ?? '' });
		const words = { service: visit.service.name, when: told === null ? '' : whenOf(told) };
		const id = ambient.newId();
		await tx.payment.create({
			data: {
				...{ id, clinicId, appointmentId: visit.id, requestedById, feeMinor, amountMinor, currency },
				...{ attendeeId: coming.attendee.id, clientId: coming.client.id, requestedAt: now },
				description: translate(locale.parse(coming.client.locale), `fee.${reason}`, words),
			},
		});
		asked.set(visit.id, { amountMinor, currency, payLink: links.pay(id, now) });
	}
	return asked;
}
