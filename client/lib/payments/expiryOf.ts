/** When a card expires, as it stands on it: `12/34`. */
export const expiryOf = ({ expMonth, expYear }: { expMonth: number; expYear: number }): string =>
	`${String(expMonth).padStart(2, '0')}/${String(expYear % 100).padStart(2, '0')}`;
