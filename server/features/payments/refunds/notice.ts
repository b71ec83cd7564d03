import type { Amount } from '../../../../shared/domain/money.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';
import { readPayerLanguage } from '../receipt/enqueue.ts';
import { moneyWords } from '../../moneyWords.ts';
import { cardWords, dateWords, receiptNumber } from '../receipt/write.ts';
import { payerName, type PaymentRow } from '../rows.ts';
import { renderLetter } from '../../../adapters/mail/letter.ts';

/** Queues the notice that money was sent back, to where the receipt went, in the payer's language. */
export async function enqueueRefundNotice(
	tx: Queryable,
	payment: PaymentRow,
	refunded: Amount,
	{ mail, translate, now }: Pick<PaymentDeps, 'mail' | 'translate' | 'now'>,
): Promise<void> {
	if (payment.receiptEmail === null) return;
	const { clinic, language } = await readPayerLanguage(tx, payment);
	const amount = moneyWords(refunded, language);
	const words = (key: string) => translate(language, `refund.${key}`, { clinic: clinic.name, amount });
	const line = (key: string, value: string) => `${translate(language, `receipt.${key}`)}: ${value}`;
	const card = cardWords(payment);
	const details = [
		line('number', receiptNumber(payment.id)),
		line('description', payment.description),
		`${words('paid')}: ${moneyWords(payment, language)}`,
		`${words('sent')}: ${amount}`,
		line('date', dateWords(now(), clinic.timeZone, language)),
		...(card === null ? [] : [line('card', card)]),
	];
	await mail.enqueue(tx, {
		clinicId: clinic.id,
		to: payment.receiptEmail,
		subject: words('subject'),
		...renderLetter([
			{ paragraph: translate(language, 'letter.greeting', { name: payerName(payment) }) },
			{ paragraph: words('intro') },
			{ paragraph: details.join('\n') },
			{ paragraph: words(card === null ? 'questions' : 'when') },
			{ paragraph: translate(language, 'letter.regards', { clinic: clinic.name }) },
		]),
		attachments: [],
	});
}
