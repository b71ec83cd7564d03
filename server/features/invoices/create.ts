import { SamtalError } from '../../../shared/contract/errors.ts';
import type { changeInvoice, createInvoice as createRoute, Invoice } from '../../../shared/contract/invoices.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { sqlState, sqlStateOf, type Database, type Queryable } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient, Links, MessageQueue, Translate } from '../ports.ts';
import { draftLinesOf } from './draftLines.ts';
import { lockInvoice, presentInvoice, whole } from './rows.ts';

export interface InvoiceDeps {
	db: Database;
	ambient: Ambient;
	mail: MessageQueue;
	translate: Translate;
	links: Pick<Links, 'pay'>;
	/** Takes back a request for payment by card. @throws SamtalError `PAYMENT_ALREADY_RECEIVED`, `PAYMENT_PROVIDER` */
	withdrawRequest(paymentId: string): Promise<unknown>;
}
type DraftDeps = Pick<InvoiceDeps, 'db' | 'ambient'>;

/** Writes a draft. @throws SamtalError `NOT_FOUND`; `VALIDATION` for a sum that is too large; `CONFLICT` as the contract says */
export function createInvoice(
	deps: DraftDeps,
	actor: Actor,
	wanted: RequestOf<typeof createRoute>['body'],
): Promise<Invoice> {
	const { id, clientId } = wanted;
	const { clinicId, memberId } = actor;
	return writeDraft(deps, id, async (tx) => {
		const client = await tx.client.findFirst({ where: { id: clientId, clinicId }, include: { clinic: true } });
		if (client === null) throw new SamtalError('NOT_FOUND');
		const { currency, lines } = await draftLinesOf(tx, actor, client, wanted);
		await tx.invoice.create({
			data: { id, clinicId, clientId, createdById: memberId, currency, createdAt: deps.ambient.now() },
		});
		await addLines(tx, { id, clinicId }, lines);
	});
}

/** Writes the lines of a draft anew. @throws SamtalError as `createInvoice`; `CONFLICT` for what is no draft, or was changed since */
export function changeDraft(
	deps: DraftDeps,
	actor: Actor,
	invoiceId: string,
	{ version, ...wanted }: RequestOf<typeof changeInvoice>['body'],
): Promise<Invoice> {
	return writeDraft(deps, invoiceId, async (tx) => {
		const { status, version: current, clinicId, clientId } = await lockInvoice(tx, actor, invoiceId);
		if (status !== 'DRAFT' || version !== current) throw new SamtalError('CONFLICT');
		const client = await tx.client.findUniqueOrThrow({ where: { id: clientId }, include: { clinic: true } });
		const { currency, lines } = await draftLinesOf(tx, actor, client, wanted);
		await tx.invoiceLine.deleteMany({ where: { invoiceId } });
		await tx.invoice.update({ where: { id: invoiceId }, data: { currency, version: { increment: 1 } } });
		await addLines(tx, { id: invoiceId, clinicId }, lines);
	});
}

type Lines = Awaited<ReturnType<typeof draftLinesOf>>['lines'];

async function addLines(tx: Queryable, { id, clinicId }: { id: string; clinicId: string }, lines: Lines) {
	await tx.invoiceLine.createMany({
		data: lines.map((line) => ({ ...line, clinicId, invoiceId: id, status: 'DRAFT' as const })),
	});
}

/** @throws SamtalError `CONFLICT` for a visit that is on another invoice */
async function writeDraft(
	{ db, ambient }: DraftDeps,
	id: string,
	write: (tx: Queryable) => Promise<void>,
): Promise<Invoice> {
	try {
		const row = await db.$transaction(async (tx) => {
			await write(tx);
			return tx.invoice.findUniqueOrThrow({ where: { id }, include: whole });
		});
		return presentInvoice(row, ambient.now());
	} catch (error) {
		if (sqlStateOf(error) === sqlState.uniqueViolation) throw new SamtalError('CONFLICT', {}, { cause: error });
		throw error;
	}
}
