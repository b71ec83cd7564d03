import type { Locale } from '../../../../shared/contract/scalars.ts';
import type { Amount } from '../../../../shared/domain/money.ts';
import { cardBrand } from '../../../../shared/domain/payments/cardBrand.ts';
import { moneyWords } from '../../moneyWords.ts';
import type { Translate } from '../../ports.ts';
import { dateLanguage } from '../../zoneFormats.ts';

interface ReceiptFacts extends Amount {
	paymentId: string;
	payerName: string;
	clinicName: string;
	/** The clinic's: the date on the receipt is the one in its books. */
	timeZone: string;
	description: string;
	receivedAt: Date;
	cardBrand: string | null;
	cardLast4: string | null;
	/** When the payer agreed that their card is charged without them, where that was done. */
	agreedAt: Date | null;
}

interface Receipt {
	subject: string;
	blocks: { paragraph: string }[];
}

/** The beginning of the payment's id, enough to find it by. */
export const receiptNumber = (paymentId: string): string => paymentId.slice(0, 8).toUpperCase();

/** The words of a receipt. */
export function writeReceipt(facts: ReceiptFacts, locale: Locale, translate: Translate): Receipt {
	const clinic = facts.clinicName;
	const amount = moneyWords(facts, locale);
	const line = (key: string, value: string) => `${translate(locale, `receipt.${key}`)}: ${value}`;
	const details = [
		line('number', receiptNumber(facts.paymentId)),
		line('clinic', clinic),
		line('description', facts.description),
		line('amount', amount),
		line('date', dateWords(facts.receivedAt, facts.timeZone, locale)),
	];
	const card = cardWords(facts);
	if (card !== null) details.push(line('card', card));
	return {
		subject: translate(locale, 'receipt.subject', { clinic, amount }),
		blocks: [
			{ paragraph: translate(locale, 'letter.greeting', { name: facts.payerName }) },
			{ paragraph: translate(locale, 'receipt.thanks', { clinic }) },
			{ paragraph: details.join('\n') },
			...asAgreed(facts, locale, translate),
			{ paragraph: translate(locale, 'receipt.attached') },
			{ paragraph: translate(locale, 'receipt.questions', { clinic }) },
			{ paragraph: translate(locale, 'letter.regards', { clinic }) },
		],
	};
}

/** That the card was charged without the payer, as they agreed, and how they take that back. */
function asAgreed({ agreedAt, timeZone, clinicName: clinic }: ReceiptFacts, locale: Locale, translate: Translate) {
	if (agreedAt === null) return [];
	const date = agreedAt.toLocaleDateString(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone });
	return [{ paragraph: translate(locale, 'receipt.asAgreed', { date, clinic }) }];
}

/** *Visa •••• 4242*, or null when no card is known. */
export const cardWords = (paid: { cardBrand: string | null; cardLast4: string | null }): string | null =>
	paid.cardBrand === null || paid.cardLast4 === null ? null : `${cardBrand(paid.cardBrand)} •••• ${paid.cardLast4}`;

export const dateWords = (at: Date, timeZone: string, locale: Locale): string =>
	new Intl.DateTimeFormat(dateLanguage(locale), {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone,
	}).format(at);
