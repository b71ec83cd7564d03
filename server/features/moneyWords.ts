import type { Locale } from '../../shared/contract/scalars.ts';
import { currencyDigits, toWholeUnits, type Amount } from '../../shared/domain/money.ts';

/** An amount as a letter says it in this language: *€10.99*. */
export const moneyWords = ({ amountMinor, currency }: Amount, locale: Locale): string =>
	new Intl.NumberFormat(locale, {
		style: 'currency',
		currency,
		minimumFractionDigits: currencyDigits(currency),
		maximumFractionDigits: currencyDigits(currency),
	}).format(toWholeUnits(amountMinor, currency));
