import type { chargeCard } from '../../../../shared/contract/cardsOnFile.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Payment } from '../../../../shared/contract/payments.ts';
import type { RequestOf } from '../../../../shared/contract/route.ts';
import { isCardAmount } from '../../../../shared/domain/payments/cardAmount.ts';
import type { Currency } from '../../../../shared/contract/scalars.ts';
import type { Actor } from '../../../http/actors.ts';
import { accountOf } from '../account.ts';
import type { PaymentDeps } from '../deps.ts';
import { clientsOf, visitsOf } from '../policy.ts';
import { presentPayment, withPayer } from '../rows.ts';
import { tellTool } from '../tellTool.ts';
import { holdAccount } from '../../holdAccount.ts';
import { carryOutCharge } from './carryOut.ts';
import { inUse } from './inUse.ts';

type Wanted = RequestOf<typeof chargeCard>;

/**
 * Charges a client's card on file. The payment is written down before the provider is asked, so that it is neither
 * charged twice nor forgotten; where the provider does not answer, `reconcile` goes on with it.
 * @throws SamtalError `NOT_FOUND`, `FORBIDDEN`, `CARD_NOT_ON_FILE`, `PAYMENTS_DISABLED`, `PAYMENTS_NOT_READY`, `CARD_AMOUNT`; `CONFLICT`
 * when the id stands for another payment.
 */
export async function charge({ params, body }: Wanted, actor: Actor, deps: PaymentDeps): Promise<Payment> {
	const { database, log } = deps;
	const { clientId, cardId } = params;
	const { clinicId } = actor;
	const client = await database.client.findFirst({ where: { id: clientId, ...clientsOf(actor) } });
	if (client === null) throw new SamtalError('NOT_FOUND');
	const wanted = { ...body, clientId, clinicId, ...(await visitOf(database, actor, clientId, body.appointmentId)) };
	if (!isCardAmount(wanted)) throw new SamtalError('CARD_AMOUNT');

	await database.$transaction(async (tx) => {
		if ((await tx.payment.count({ where: wanted })) > 0) return;
		await holdAccount(tx, clinicId);
		const accountId = await accountOf(tx, clinicId);
		const card = await tx.cardOnFile.findFirst({
			where: { id: cardId, clientId, clinicId, accountId, ...inUse },
			include: { payment: { select: { receiptEmail: true } } },
		});
		if (card === null) throw new SamtalError('CARD_NOT_ON_FILE');
		const times = { requestedAt: deps.now(), payingSince: deps.now() };
		const receiptEmail = client.email ?? card.payment.receiptEmail;
		await tx.payment.createMany({
			data: [
				{ ...wanted, ...times, status: 'PAYING', cardOnFileId: cardId, receiptEmail, requestedById: actor.memberId },
			],
			skipDuplicates: true,
		});
	});
	if ((await database.payment.count({ where: wanted })) === 0) throw new SamtalError('CONFLICT');
	try {
		await carryOutCharge(body.id, deps);
	} catch (err) {
		if (!(err instanceof SamtalError)) throw err;
		log.warn({ err, paymentId: body.id }, 'card not charged yet, tried again later');
	}
	const row = await database.payment.findUniqueOrThrow({ where: { id: body.id }, include: withPayer });
	tellTool(row, deps);
	return presentPayment(row);
}

/** As whom the client came to the visit, and its currency; without one, which is a manager's to do, the clinic's. */
async function visitOf(
	database: PaymentDeps['database'],
	actor: Actor,
	clientId: string,
	appointmentId: string | null,
): Promise<{ attendeeId: string | null; currency: Currency }> {
	if (appointmentId === null) {
		if (actor.role !== 'MANAGER') throw new SamtalError('FORBIDDEN');
		const { currency } = await database.clinic.findUniqueOrThrow({ where: { id: actor.clinicId } });
		return { attendeeId: null, currency };
	}
	const attendee = await database.attendee.findFirst({
		where: { appointmentId, clientId, appointment: visitsOf(actor) },
		select: { id: true, appointment: { select: { currency: true } } },
	});
	if (attendee === null) throw new SamtalError('NOT_FOUND');
	return { attendeeId: attendee.id, currency: attendee.appointment.currency };
}
