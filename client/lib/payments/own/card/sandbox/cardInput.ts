/** Digits in groups of four, as they stand on the card: `4242 4242 4242 4242`. */
export const groupCardNumber = (typed: string): string =>
	typed
		.replaceAll(/\D/g, '')
		.slice(0, 19)
		.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

/** Month and year as on the card, the slash set by itself: `12 / 34`. */
export function groupExpiry(typed: string): string {
	const digits = typed
		.replaceAll(/\D/g, '')
		.replace(/^([2-9])/, '0$1')
		.slice(0, 4);
	return digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
}

/** The four digits of `12 / 34` as Stripe wants them, or null while they are no date. */
export function readExpiry(expiry: string): { month: string; year: string } | null {
	const match = /^(0[1-9]|1[0-2]) \/ (\d{2})$/.exec(expiry);
	return match ? { month: match[1] ?? '', year: `20${match[2] ?? ''}` } : null;
}
