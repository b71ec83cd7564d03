import { Readable } from 'node:stream';
import * as contract from '../../../shared/contract/invoices.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Actor } from '../../http/actors.ts';
import type { Routes } from '../../http/routes.ts';
import { deleteInvoice, mailInvoice, payInvoice, sendInvoice, voidInvoice } from './change.ts';
import { changeDraft, createInvoice, type InvoiceDeps } from './create.ts';
import { listInvoices } from './list.ts';
import { invoicesOf } from './policy.ts';
import { creditNotePaper, invoicePaper } from './paper/files.ts';
import { presentInvoice, whole } from './rows.ts';

/** Invoices to clients: drafts, sending, paying, taking back. */
export function invoiceRoutes(routes: Routes, deps: InvoiceDeps): void {
	const { db, ambient } = deps;
	routes.member(contract.listInvoices, ({ query }, actor) => listInvoices(deps, actor, query));
	routes.member(contract.getInvoice, async ({ params }, actor) => {
		const row = await db.invoice.findFirst({ where: { id: params.invoiceId, ...invoicesOf(actor) }, include: whole });
		if (row === null) throw new SamtalError('NOT_FOUND');
		return presentInvoice(row, ambient.now());
	});
	const served = async (actor: Actor, invoiceId: string, file: typeof invoicePaper) => {
		const row = await db.invoice.findFirst({ where: { id: invoiceId, ...invoicesOf(actor) }, include: whole });
		if (row === null) throw new SamtalError('NOT_FOUND');
		const { filename, content } = await file(row, deps);
		return { filename, contentType: 'application/pdf', content: Readable.from([content]) };
	};
	routes.memberFile(contract.invoicePdf, ({ params }, actor) => served(actor, params.invoiceId, invoicePaper));
	routes.memberFile(contract.creditNotePdf, ({ params }, actor) => served(actor, params.invoiceId, creditNotePaper));
	routes.member(contract.createInvoice, ({ body }, actor) => createInvoice(deps, actor, body));
	routes.member(contract.changeInvoice, ({ params, body }, actor) => changeDraft(deps, actor, params.invoiceId, body));
	routes.member(contract.deleteInvoice, async ({ params }, actor) => {
		await deleteInvoice(deps, actor, params.invoiceId);
		return {};
	});
	routes.member(contract.sendInvoice, ({ params, body }, actor) =>
		sendInvoice(deps, actor, params.invoiceId, body.daysToPay),
	);
	routes.member(contract.mailInvoice, ({ params, body }, actor) => mailInvoice(deps, actor, params.invoiceId, body));
	routes.member(contract.payInvoice, ({ params, body }, actor) => payInvoice(deps, actor, params.invoiceId, body));
	routes.member(contract.voidInvoice, ({ params, body }, actor) =>
		voidInvoice(deps, actor, params.invoiceId, body.reason),
	);
}
