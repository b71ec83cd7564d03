import type { Locale, Money } from '../../../../shared/contract/scalars.ts';
import { currencyDigits, toWholeUnits } from '../../../../shared/domain/money.ts';
import { cardBrand } from '../../../../shared/domain/payments/cardBrand.ts';
import type { Translate } from '../../ports.ts';

interface ReceiptFacts extends Money {
	paymentId: string;
	payerName: string;
	clinicName: string;
	/** The clinic's: the date on the receipt is the one in its books. */
	timeZone: string;
	description: string;
	receivedAt: Date;
	cardBrand: string | null;
	cardLast4: string | null;
}

interface Receipt {
	subject: string;
	blocks: { paragraph: string }[];
}

/** The words of a receipt. Its number is the beginning of the payment's id, enough to find it by. */
export function writeReceipt(facts: ReceiptFacts, locale: Locale, translate: Translate): Receipt {
	const clinic = facts.clinicName;
	const amount = formatMoney(facts, locale);
	const line = (key: string, value: string) => `${translate(locale, `receipt.${key}`)}: ${value}`;
	const details = [
		line('number', facts.paymentId.slice(0, 8).toUpperCase()),
		line('clinic', clinic),
		line('description', facts.description),
		line('amount', amount),
		line('date', formatDate(facts, locale)),
	];
	if (facts.cardBrand !== null && facts.cardLast4 !== null) {
		details.push(line('card', `${cardBrand(facts.cardBrand)} •••• ${facts.cardLast4}`));
	}
	return {
		subject: translate(locale, 'receipt.subject', { clinic, amount }),
		blocks: [
			{ paragraph: translate(locale, 'letter.greeting', { name: facts.payerName }) },
			{ paragraph: translate(locale, 'receipt.thanks', { clinic }) },
			{ paragraph: details.join('\n') },
			{ paragraph: translate(locale, 'receipt.questions', { clinic }) },
			{ paragraph: translate(locale, 'letter.regards', { clinic }) },
		],
	};
}

const formatMoney = ({ amountMinor, currency }: Money, locale: Locale): string =>
	new Intl.NumberFormat(locale, {
		style: 'currency',
		currency,
		minimumFractionDigits: currencyDigits(currency),
		maximumFractionDigits: currencyDigits(currency),
	}).format(toWholeUnits(amountMinor, currency));

const formatDate = ({ receivedAt, timeZone }: ReceiptFacts, locale: Locale): string =>
	new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone,
	}).format(receivedAt);
