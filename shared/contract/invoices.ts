import { z } from 'zod';
import { cursor } from './listing.ts';
import { wayByHand } from './payments.ts';
import { route } from './route.ts';
import { amountMinor, currency, id, instant, name, nothing } from './scalars.ts';

const vatBasisPoints = z.number().int().min(0).max(10_000);
const description = z.string().trim().min(1).max(200);

/** Prices are with VAT, in minor units of the invoice's currency; a rate of 2400 is 24 %. */
const line = z.object({
	description,
	quantity: z.number().int().min(1).max(999),
	unitMinor: amountMinor,
	vatBasisPoints,
});

const vatSum = z.object({ vatBasisPoints, netMinor: amountMinor, vatMinor: amountMinor, grossMinor: amountMinor });
/** A draft is not numbered; `OVERDUE`: sent, and its last day to pay is over on the clinic's clock. */
const state = z.enum(['DRAFT', 'SENT', 'OVERDUE', 'PAID', 'VOID']);

const mailKind = z.enum(['INVOICE', 'REMINDER']);
const invoiceMail = z.object({
	/** From 1. */
	number: z.number().int().positive(),
	kind: mailKind,
	at: instant,
	/** Null for one of which only this is known. */
	to: z.string().nullable(),
	state: z.enum(['QUEUED', 'SENT', 'FAILED', 'WITHDRAWN']),
});
export type InvoiceMail = z.infer<typeof invoiceMail>;

const invoice = z.object({
	id,
	clientId: id,
	/** As it was when the invoice was sent; of a draft, as it is. */
	clientName: name,
	state,
	/** `2026-0042` */
	number: z.string().nullable(),
	currency,
	lines: z.array(line.extend({ attendeeId: id.nullable() })),
	totals: vatSum.omit({ vatBasisPoints: true }).extend({ byRate: z.array(vatSum) }),
	createdAt: instant,
	/** Counts the changes of a draft; a change must name the one that it read. */
	version: z.number().int().nonnegative(),
	issuedOn: z.iso.date().nullable(),
	dueOn: z.iso.date().nullable(),
	/** Where a mail about it goes now; null where the client has no address. */
	mailTo: z.string().nullable(),
	/** What was mailed, in order. */
	mails: z.array(invoiceMail),
	/** What took it back. */
	creditNote: z.object({ number: z.string(), issuedOn: z.iso.date(), reason: z.string() }).nullable(),
});
export type Invoice = z.infer<typeof invoice>;

const ofInvoice = { access: 'member', params: z.object({ invoiceId: id }) } as const;

/** A professional's own invoices, for managers the clinic's; of one client or in one state where those are named. Newest first, 50 at a time. */
export const listInvoices = route({
	method: 'GET',
	path: '/api/invoices',
	access: 'member',
	query: z.object({ clientId: id.optional(), state: state.optional(), cursor: cursor.optional() }),
	response: z.object({
		invoices: z.array(invoice),
		/** For the page after this one; null on the last. */
		next: cursor.nullable(),
	}),
});

const someLines = 'An invoice has at least one line.';
const draftLines = z.object({
	visits: z.array(z.object({ attendeeId: id, vatBasisPoints })).max(100),
	lines: z.array(line).max(100),
});
const hasLines = ({ visits, lines }: z.output<typeof draftLines>) => visits.length + lines.length > 0;

/**
 * A draft for one client: a line for each visit that is named by the client's place in it, at what they pay for it, and
 * others as given. `CONFLICT`: a visit is on another invoice that is not void, or visits are in several currencies.
 */
export const createInvoice = route({
	method: 'POST',
	path: '/api/invoices',
	access: 'member',
	body: draftLines.extend({ id, clientId: id }).refine(hasLines, someLines),
	response: invoice,
});

/**
 * Writes the lines of a draft anew, at what the client pays for each visit now. `CONFLICT`: it was changed since
 * `version`, or is no draft any more, or as of `createInvoice`.
 */
export const changeInvoice = route({
	method: 'PATCH',
	path: '/api/invoices/:invoiceId',
	...ofInvoice,
	body: draftLines.extend({ version: z.number().int().nonnegative() }).refine(hasLines, someLines),
	response: invoice,
});

export const getInvoice = route({ method: 'GET', path: '/api/invoices/:invoiceId', ...ofInvoice, response: invoice });

/** As a PDF in the client's language; a draft is marked as one. */
export const invoicePdf = route({
	method: 'GET',
	path: '/api/invoices/:invoiceId/pdf',
	...ofInvoice,
	response: z.string(),
});

/** What took it back, as a PDF; `NOT_FOUND` for one that is not void. */
export const creditNotePdf = route({
	method: 'GET',
	path: '/api/invoices/:invoiceId/credit-note/pdf',
	...ofInvoice,
	response: z.string(),
});

/** Drafts only: `CONFLICT` otherwise. */
export const deleteInvoice = route({
	method: 'DELETE',
	path: '/api/invoices/:invoiceId',
	...ofInvoice,
	response: nothing,
});

/** Gives it its number and dates, and mails it to its client where they have an address; from then on it does not change. `CONFLICT` for one that is no draft, or asks for nothing. */
export const sendInvoice = route({
	method: 'POST',
	path: '/api/invoices/:invoiceId/send',
	...ofInvoice,
	body: z.object({ daysToPay: z.number().int().min(0).max(365) }),
	response: invoice,
});

/**
 * Mails a sent invoice that is not paid once more, as it was or as a reminder. `number`: one more than the mails that
 * whoever sends it has seen. `CONFLICT`: another one was mailed meanwhile, it is not to be paid, or its client has no
 * address.
 */
export const mailInvoice = route({
	method: 'POST',
	path: '/api/invoices/:invoiceId/mails',
	...ofInvoice,
	body: z.object({ kind: mailKind, number: z.number().int().positive() }),
	response: invoice,
});

/** Notes that all of it was paid by another way than by card. `CONFLICT` unless it is sent and not paid; `NOT_FOUND` for a kind that there is not. */
export const payInvoice = route({
	method: 'POST',
	path: '/api/invoices/:invoiceId/pay',
	...ofInvoice,
	body: wayByHand,
	response: invoice,
});

/**
 * Takes a sent or paid invoice back by a credit note; its visits can be on another one then. Money that came for it is
 * given back elsewhere. `CONFLICT` for a draft and for one that is void.
 */
export const voidInvoice = route({
	method: 'POST',
	path: '/api/invoices/:invoiceId/void',
	...ofInvoice,
	body: z.object({ reason: description }),
	response: invoice,
});
