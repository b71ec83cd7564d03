import { createAttachInvoice } from './features/invoices/paper/attach.ts';
import type { InvoiceDeps } from './features/invoices/create.ts';
import { createAttachReceipt } from './features/payments/receipt/paper.ts';
import type { MakeFile } from './features/ports.ts';

/** Makes the PDF that a mail takes along, as it leaves. */
export function createMakeFile(deps: Pick<InvoiceDeps, 'ambient' | 'db' | 'translate'>): MakeFile {
	const attachInvoice = createAttachInvoice(deps);
	const attachReceipt = createAttachReceipt({ database: deps.db, translate: deps.translate });
	return (wanted) => ('invoiceId' in wanted ? attachInvoice(wanted.invoiceId) : attachReceipt(wanted.paymentId));
}
