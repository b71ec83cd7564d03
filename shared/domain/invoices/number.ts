/** What people call an invoice or a credit note: `2026-0042`. */
export const documentNumber = ({ year, number }: { year: number; number: number }): string =>
	`${year}-${String(number).padStart(4, '0')}`;
