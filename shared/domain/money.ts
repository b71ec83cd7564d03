/** Money in any currency: what Stripe tells of need not be in one that a clinic can charge in. */
export interface Amount {
	/** In minor units. */
	amountMinor: number;
	/** ISO 4217, upper case. */
	currency: string;
}

/** Currencies whose smallest unit in use is the whole one (Stripe, "Supported currencies"; ISO 4217). */
const zeroDecimal = new Set('BIF CLP DJF GNF ISK JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const threeDecimal = new Set('BHD JOD KWD OMR TND'.split(' '));

/**
 * Digits after the point of a currency's minor unit: ISK 0, EUR 2, KWD 3.
 * Not read from Intl, whose answer differs between browsers (HUF 0 or 2), and with it the amount shown.
 */
export function currencyDigits(currency: string): number {
	if (zeroDecimal.has(currency)) return 0;
	return threeDecimal.has(currency) ? 3 : 2;
}

/** An amount in minor units as a number of whole units: 1099 EUR is 10.99, 8500 ISK is 8500. For display only. */
export const toWholeUnits = (amountMinor: number, currency: string): number =>
	amountMinor / 10 ** currencyDigits(currency);
