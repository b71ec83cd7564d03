import { SamtalError } from '../../../shared/contract/errors.ts';
import type { startPaying as startPayingRoute } from '../../../shared/contract/payments.ts';
import type { RequestOf, ResponseOf } from '../../../shared/contract/route.ts';
import { startPaying as started } from '../../../shared/domain/payments/actions.ts';
import type { PayerActor } from '../../http/actors.ts';
import { accountOfPayment } from './account.ts';
import { applyEvent } from './apply.ts';
import { noteConsent } from './cards/consent.ts';
import type { PaymentDeps } from './deps.ts';
import { ownPayments } from './policy.ts';
import type { Intent } from './ports.ts';
import { tellTool } from './tellTool.ts';
import { columnsOf, lockPayment, presentOwnPayment, stateOf, withPayer, type PaymentRow } from './rows.ts';

type Start = RequestOf<typeof startPayingRoute>;
type Started = ResponseOf<typeof startPayingRoute>;

/**
 * Gives the payer what the card form needs. However often and in however many tabs it is asked, there is one
 * intent per payment, and so one charge. No connection is held while the provider answers.
 * @throws SamtalError `NOT_FOUND`, `PAYMENT_WITHDRAWN`, `PAYMENT_ALREADY_RECEIVED`,
 * `PAYMENTS_DISABLED`, `PAYMENTS_NOT_READY`, `PAYMENT_PROVIDER`, `CONFLICT`.
 */
export async function startPaying({ params, body }: Start, payer: PayerActor, deps: PaymentDeps): Promise<Started> {
	const { database, provider } = deps;
	const seen = await database.payment.findFirst({
		where: { AND: [{ id: params.paymentId }, ownPayments(payer)] },
		include: withPayer,
	});
	if (seen === null) throw new SamtalError('NOT_FOUND');
	started(stateOf(seen));
	if (seen.hosted) throw new SamtalError('CONFLICT');

	const account = await accountOfPayment(database, seen);
	// The e-mail comes in a request of its own: the intent must be the same whatever address a second tab gives.
	const intentId = seen.intentId ?? (await provider.createIntent(account, newIntent(seen))).id;
	await noteConsent(seen, { account, intentId }, body.keepCard, deps);
	const intent = await provider.updateReceiptEmail(account, intentId, body.receiptEmail);
	const row = await record(seen, { ...intent, account }, body.receiptEmail, deps);
	tellTool(row, deps);
	if (row.status === 'CANCELLED' && intent.outcome.type === 'open') await provider.cancelIntent(account, intent.id);
	// Throws when it was paid or withdrawn meanwhile.
	started(stateOf(row));
	if (row.hosted) throw new SamtalError('CONFLICT');

	return {
		payment: presentOwnPayment(row),
		provider: provider.name,
		...(await provider.formKeys(account)),
		clientSecret: intent.clientSecret,
	};
}

/** What the intent of a payment is made of: whoever makes it, it is the same. */
export const newIntent = ({ id, amountMinor, currency, description }: PaymentRow) => ({
	paymentId: id,
	amountMinor,
	currency,
	description,
});

const record = (
	seen: PaymentRow,
	{ id, account, outcome }: Intent & { account: string },
	receiptEmail: string,
	deps: PaymentDeps,
) =>
	deps.database.$transaction(async (tx) => {
		const row = await lockPayment(tx, seen.id);
		if (outcome.type !== 'open') return applyEvent(tx, row, outcome, deps);
		const state = stateOf(row);
		if (state.status === 'RECEIVED' || state.status === 'CANCELLED' || row.hosted) return row;
		return tx.payment.update({
			where: { id: row.id },
			data: {
				...columnsOf(started(state)),
				intentId: id,
				accountId: account,
				receiptEmail,
				...{ payingSince: deps.now(), askedAt: null, cardOnFileId: null },
			},
			include: withPayer,
		});
	});
