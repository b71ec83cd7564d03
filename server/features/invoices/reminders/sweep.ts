import { z } from 'zod';
import { billingSettings, type InvoiceReminders } from '../../../../shared/contract/clinic.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { OutgoingMessage } from '../../ports.ts';
import { cardRequestOf } from '../cardRequest.ts';
import type { InvoiceDeps } from '../create.ts';
import { invoiceLetter } from '../paper/enqueue.ts';
import { whole } from '../rows.ts';

/** Claimed in one transaction: little to do again when the process ends in the middle. */
const batchSize = 20;
/** Hours of the clinic's clock between which clients are reminded. */
const day = { from: 8, until: 20 };

const claimed = z.array(z.object({ invoiceId: z.uuid(), number: z.number().int() }));

type SweepDeps = Omit<InvoiceDeps, 'withdrawRequest'>;

interface Clinic {
	id: string;
	timeZone: string;
}

/**
 * Writes the reminders of overdue invoices, each with its mail, and withdraws mails that wait for their relay while the
 * invoice is paid or taken back; to be run every few minutes. Nothing is planned ahead: what counts is how an invoice
 * stands when its reminder is due. Two sweeps at once claim different ones.
 */
export const createInvoiceReminders = (deps: SweepDeps) => async (): Promise<void> => {
	await deps.db.$executeRaw`
		UPDATE "Message" m SET "status" = 'WITHDRAWN'
		FROM "InvoiceMail" im JOIN "Invoice" i ON i."id" = im."invoiceId"
		WHERE im."messageId" = m."id" AND m."status" = 'QUEUED' AND im."kind" = 'REMINDER' AND i."status" <> 'SENT'`;
	const clinics = await deps.db.clinic.findMany({ select: { id: true, timeZone: true, billing: true } });
	for (const clinic of clinics) {
		const { reminders } = billingSettings.parse(clinic.billing);
		if (reminders !== null) while (await remindBatch(deps, clinic, reminders));
	}
};

/** @returns whether there may be more */
async function remindBatch(deps: SweepDeps, clinic: Clinic, reminders: InvoiceReminders): Promise<boolean> {
	const now = deps.ambient.now();
	const { hour } = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(clinic.timeZone);
	if (hour < day.from || hour >= day.until) return false;
	return deps.db.$transaction(async (tx) => {
		const claims = await claim(tx, clinic, reminders, now);
		if (claims.length > 0) await writeMails(deps, tx, claims);
		return claims.length === batchSize;
	});
}

/**
 * Whoever inserts the row sends the reminder. The invoice is locked, so that a payment at the same time comes before, and is
 * seen, or after. The first is due some days after the last day to pay, each next one as long after the one before, by
 * whomever that was sent: a sweep that did not run for long makes up for none.
 */
async function claim(tx: Queryable, { id, timeZone }: Clinic, { afterDays, times }: InvoiceReminders, now: Date) {
	const rows = await tx.$queryRaw`
		INSERT INTO "InvoiceMail" ("invoiceId", "number", "clinicId", "kind", "createdAt")
		SELECT i."id", mailed."all" + 1, i."clinicId", 'REMINDER', ${now}
		FROM "Invoice" i JOIN "Client" c ON c."id" = i."clientId", LATERAL (
			SELECT count(*)::int AS "all", count(*) FILTER (WHERE im."kind" = 'REMINDER') AS "reminders",
				max(im."createdAt") FILTER (WHERE im."kind" = 'REMINDER') AS "last"
			FROM "InvoiceMail" im WHERE im."invoiceId" = i."id"
		) mailed
		WHERE i."clinicId" = ${id}::uuid AND i."status" = 'SENT' AND c."email" IS NOT NULL
			AND mailed."reminders" < ${times}::int
			AND greatest(i."dueOn", (mailed."last" AT TIME ZONE ${timeZone})::date) + ${afterDays}::int
				<= (${now}::timestamptz AT TIME ZONE ${timeZone})::date
		ORDER BY i."dueOn", i."id" LIMIT ${batchSize}
		FOR UPDATE OF i SKIP LOCKED
		ON CONFLICT DO NOTHING
		RETURNING "invoiceId", "number"`;
	return claimed.parse(rows);
}

async function writeMails(deps: SweepDeps, tx: Queryable, claims: z.output<typeof claimed>): Promise<void> {
	const rows = await tx.invoice.findMany({
		where: { id: { in: claims.map(({ invoiceId }) => invoiceId) } },
		include: whole,
	});
	const letters: { invoiceId: string; message: OutgoingMessage }[] = [];
	for (const row of rows) {
		const message = invoiceLetter({ ...row, payments: await cardRequestOf(tx, row, deps) }, 'REMINDER', deps);
		if (message !== null) letters.push({ invoiceId: row.id, message });
	}
	await deps.mail.enqueueAll(
		tx,
		letters.map(({ message }) => message),
	);
	for (const { invoiceId, message } of letters) {
		const number = claims.find((each) => each.invoiceId === invoiceId)?.number ?? 0;
		await tx.invoiceMail.update({
			where: { invoiceId_number: { invoiceId, number } },
			data: { messageId: message.id },
		});
	}
}
