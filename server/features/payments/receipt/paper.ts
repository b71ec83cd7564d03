import { billingDetails } from '../../../../shared/contract/clinic.ts';
import type { Locale } from '../../../../shared/contract/scalars.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import { leftOf } from '../../../../shared/domain/payments/refunds.ts';
import { createPdf } from '../../../adapters/pdf/createPdf.ts';
import { clinicPaper } from '../../clinicPaper.ts';
import { moneyWords } from '../../moneyWords.ts';
import type { Attachment } from '../../ports.ts';
import type { PaymentDeps } from '../deps.ts';
import { payerName, withPayer, type PaymentRow } from '../rows.ts';
import { readPayerLanguage } from './enqueue.ts';
import { cardWords, dateWords, receiptNumber } from './write.ts';

export type ReceiptDeps = Pick<PaymentDeps, 'database' | 'translate'>;

/** Makes the receipt of a payment for a mail, with what went back until then. */
export const createAttachReceipt =
	(deps: ReceiptDeps) =>
	async (paymentId: string): Promise<Attachment> => {
		const row = await deps.database.payment.findUniqueOrThrow({ where: { id: paymentId }, include: withPayer });
		const { filename, content } = await receiptPaper(row, deps);
		return { filename, contentType: 'application/pdf', content: content.toString('base64'), encoding: 'base64' };
	};

/**
 * The receipt of a payment as a PDF in the payer's language, dated on the clinic's clock.
 * @throws SamtalError `NOT_FOUND` while nothing was received.
 */
export async function receiptPaper(row: PaymentRow, { database, translate }: ReceiptDeps) {
	if (row.status !== 'RECEIVED' || row.receivedAt === null) throw new SamtalError('NOT_FOUND');
	const { clinic, language } = await readPayerLanguage(database, row);
	const words = (key: string) => translate(language, `receipt.${key}`);
	const number = receiptNumber(row.id);
	const way = cardWords(row) ?? row.kind?.name ?? translate(language, `takings.method.${row.method}`);
	const title = `${words('title')} ${number}`;
	const content = await createPdf({
		...clinicPaper(
			{ clinicName: clinic.name, billing: billingDetails.parse(clinic.billing), locale: language },
			translate,
		),
		...{ title, mark: null, createdAt: row.receivedAt },
		parts: [
			{
				facts: [
					[words('payer'), [payerName(row), row.receiptEmail ?? ''].join('\n').trim()],
					[words('date'), dateWords(row.receivedAt, clinic.timeZone, language)],
					[words('way'), way],
				],
			},
			{
				table: {
					columns: [words('description'), { title: words('amount'), width: 110 }],
					rows: [[row.description, moneyWords(row, language)]],
					sums: sumsOf(row, clinic.timeZone, language, words),
				},
			},
		],
	});
	return { filename: `${number}.pdf`, content };
}

/** What was paid; where something went back, when, and what remains. */
function sumsOf(row: PaymentRow, timeZone: string, locale: Locale, words: (key: string) => string) {
	const money = (amountMinor: number) => moneyWords({ amountMinor, currency: row.currency }, locale);
	const paid = [words('paid'), money(row.amountMinor)] as const;
	const back = row.refunds.filter(({ status }) => status !== 'FAILED');
	if (back.length === 0) return [paid];
	const lines = back.map(
		({ amountMinor, requestedAt }) =>
			[`${words('refunded')} ${dayWords(requestedAt, timeZone, locale)}`, money(-amountMinor)] as const,
	);
	return [paid, ...lines, [words('remains'), money(leftOf(row))] as const];
}

const dayWords = (at: Date, timeZone: string, locale: Locale): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeZone }).format(at);
