import type { Locale } from '../../../shared/contract/scalars.ts';
import { numberLocale } from '../format.ts';

/** `38 ms` in the language. */
export const milliseconds = (count: number, locale: Locale): string =>
	new Intl.NumberFormat(numberLocale[locale], { style: 'unit', unit: 'millisecond' }).format(count);

/** A share of one as `0.3%`, with one decimal at most unless said otherwise. */
export function percent(share: number, locale: Locale, maximumFractionDigits = 1): string {
	const decimals = { maximumFractionDigits };
	// Danish, which stands in for Icelandic, has a space before the sign.
	if (locale === 'is') return `${new Intl.NumberFormat(numberLocale.is, decimals).format(share * 100)}%`;
	return new Intl.NumberFormat(numberLocale[locale], { style: 'percent', ...decimals }).format(share);
}
