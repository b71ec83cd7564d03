/** As it is kept. A sent one only becomes paid or void, and nothing comes after void. */
export type InvoiceStatus = 'DRAFT' | 'SENT' | 'PAID' | 'VOID';

/** As people see it: a sent invoice is overdue from the day after it was due. */
export type InvoiceState = InvoiceStatus | 'OVERDUE';

/** `dueOn` and `today`: dates on the clinic's clock (`2026-03-01`), which compare as texts. A draft is never due. */
export const invoiceState = (status: InvoiceStatus, dueOn: string | null, today: string): InvoiceState =>
	status === 'SENT' && dueOn !== null && dueOn < today ? 'OVERDUE' : status;
