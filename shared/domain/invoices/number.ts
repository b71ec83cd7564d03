/** What people call an invoice or a credit note: `2026-0042`. */
export const documentNumber = ({ year, number }: { year: number; number: number }): string =>
	`${year}-${String(number).padStart(4, '0')}`;

/** That of an invoice; null while it is a draft. */
export const invoiceNumber = ({ year, number }: { year: number | null; number: number | null }): string | null =>
	year === null || number === null ? null : documentNumber({ year, number });
