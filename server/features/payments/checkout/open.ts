import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { openCheckout as openCheckoutRoute } from '../../../../shared/contract/payments.ts';
import type { RequestOf, ResponseOf } from '../../../../shared/contract/route.ts';
import { startPaying as started } from '../../../../shared/domain/payments/actions.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PayerActor } from '../../../http/actors.ts';
import { accountOfPayment } from '../account.ts';
import { applyEvent } from '../apply.ts';
import type { PaymentDeps } from '../deps.ts';
import { ownPayments } from '../policy.ts';
import { columnsOf, lockPayment, presentOwnPayment, stateOf, withPayer, type PaymentRow } from '../rows.ts';
import { tellTool } from '../tellTool.ts';
import { applyPaid } from './paid.ts';

type Opened = ResponseOf<typeof openCheckoutRoute>;
interface Turned extends PaymentRow {
	accountId: string;
}

/**
 * Gives the payer the address of the provider's own page. The form's intent is ended before there is a page, and only
 * the page that is written down is given to anybody, so that one of them at most can be paid, once.
 * No connection is held while the provider answers.
 * @throws SamtalError `NOT_FOUND`, `PAYMENT_WITHDRAWN`, `PAYMENT_ALREADY_RECEIVED`, `PAYMENTS_DISABLED`,
 * `PAYMENTS_NOT_READY`, `PAYMENT_PROVIDER`, `CONFLICT`.
 */
export async function openCheckout(
	wanted: RequestOf<typeof openCheckoutRoute>,
	payer: PayerActor,
	deps: PaymentDeps,
): Promise<Opened> {
	const { database, provider } = deps;
	const seen = await database.payment.findFirst({
		where: { AND: [{ id: wanted.params.paymentId }, ownPayments(payer)] },
		include: withPayer,
	});
	if (seen === null) throw new SamtalError('NOT_FOUND');
	started(stateOf(seen));
	// Nobody has asked for the form yet, nor said where the receipt goes.
	if (seen.receiptEmail === null) throw new SamtalError('CONFLICT');
	const turned = await turn(seen, await accountOfPayment(database, seen), deps);
	const paid = await endForm(turned, deps);
	if (paid) tellTool(paid, deps);
	started(stateOf(paid ?? turned));

	const page = await openPage(turned, deps);
	if ('paid' in page) tellTool(page.paid, deps);
	if ('paid' in page) throw new SamtalError('PAYMENT_ALREADY_RECEIVED');
	const row = await database.$transaction((tx) => keepPage(tx, turned, page.id));
	tellTool(row, deps);
	if (row.checkoutId !== page.id) await provider.expireCheckout(turned.accountId, page.id);
	// Throws when it was withdrawn meanwhile.
	started(stateOf(row));
	// Another tab was first: its page is the one to pay on.
	return row.checkoutId === page.id
		? { payment: presentOwnPayment(row), url: page.url }
		: openCheckout(wanted, payer, deps);
}

/** From now on the form's intent counts no more, whoever hears first that it has ended. */
const turn = (seen: PaymentRow, account: string, deps: PaymentDeps): Promise<Turned> =>
	deps.database.$transaction(async (tx) => {
		const state = started(stateOf(await lockPayment(tx, seen.id)));
		const row = await tx.payment.update({
			where: { id: seen.id },
			data: {
				...columnsOf(state),
				...{ hosted: true, accountId: account, payingSince: deps.now(), askedAt: null, cardOnFileId: null },
			},
			include: withPayer,
		});
		return { ...row, accountId: account };
	});

/** Answers with the payment where the form was faster, else nothing. Where there is a page, it has been done before. */
async function endForm(
	{ id, accountId, intentId, checkoutId }: Turned,
	deps: PaymentDeps,
): Promise<PaymentRow | undefined> {
	if (intentId === null || checkoutId !== null) return undefined;
	const outcome = await deps.provider.cancelIntent(accountId, intentId);
	if (outcome.type !== 'received') return undefined;
	return deps.database.$transaction(async (tx) => applyEvent(tx, await lockPayment(tx, id), outcome, deps));
}

/** The page that the payer was shown last, or another one when that is over. */
async function openPage(
	row: Turned,
	{ database, provider, origin, ...deps }: PaymentDeps,
): Promise<{ id: string; url: string } | { paid: PaymentRow }> {
	const { id: paymentId, accountId, checkoutId, amountMinor, currency, description, receiptEmail } = row;
	if (checkoutId !== null) {
		const outcome = await provider.findCheckout(accountId, checkoutId);
		if (outcome.type === 'open') return { id: checkoutId, url: outcome.url };
		if (outcome.type === 'received') {
			return {
				paid: await database.$transaction(async (tx) => applyPaid(tx, await lockPayment(tx, paymentId), outcome, deps)),
			};
		}
	}
	const doneUrl = `${origin}/pay?done`;
	return provider.createCheckout(accountId, { paymentId, amountMinor, currency, description, receiptEmail, doneUrl });
}

/** Writes the page down, unless another one is there or nothing is to be paid any more. */
async function keepPage(tx: Queryable, turned: Turned, checkoutId: string): Promise<PaymentRow> {
	const row = await lockPayment(tx, turned.id);
	if (row.checkoutId !== turned.checkoutId || row.status === 'RECEIVED' || row.status === 'CANCELLED') return row;
	// Stripe's page keeps no card: what was agreed to for the form is no longer so.
	await tx.cardOnFile.deleteMany({ where: { paymentId: row.id, methodId: null } });
	return tx.payment.update({ where: { id: row.id }, data: { checkoutId }, include: withPayer });
}
