import type { Attachment } from '../../ports.ts';
import type { InvoiceDeps } from '../create.ts';
import { whole } from '../rows.ts';
import { invoicePaper } from './files.ts';

/** Makes an invoice's PDF for a mail. What it says was settled when it was sent, so it does not matter when. */
export const createAttachInvoice =
	(deps: Pick<InvoiceDeps, 'ambient' | 'db' | 'translate'>) =>
	async (invoiceId: string): Promise<Attachment> => {
		const row = await deps.db.invoice.findUniqueOrThrow({ where: { id: invoiceId }, include: whole });
		const { filename, content } = await invoicePaper(row, deps);
		return { filename, contentType: 'application/pdf', content: content.toString('base64'), encoding: 'base64' };
	};
