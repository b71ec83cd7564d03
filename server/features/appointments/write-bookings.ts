import { z } from 'zod';
import type { Locale, Currency } from '../../../shared/contract/scalars.ts';
import { sql, sqlState, sqlStateOf, type Database } from '../../adapters/prisma/database.ts';
import type { LaterMail, MailStatements } from '../ports.ts';

/** A visit as it is written, with the one attendee that it begins with. */
export interface Booking {
	id: string;
	clinicId: string;
	professionalId: string;
	serviceId: string;
	officeId: string;
	startsAt: Date;
	endsAt: Date;
	amountMinor: number;
	currency: Currency;
	createdAt: Date;
	attendeeId: string;
	clientId: string;
	clientName: string;
	note: string;
	resourceIds: string[];
	/** What goes into the records about a client who is not there yet. */
	newcomer: { email: string | null; phone: string | null; locale: Locale } | null;
	/** Of the device on which the client books; null when the professional books. */
	clientTimeZone: string | null;
	/** The version of the clinic's terms that the client accepted when booking; null when the professional booked. */
	acceptedTerms: string | null;
	/** The confirmations; none where nobody is to be told. */
	mails: LaterMail[];
}

interface WriteDeps {
	db: Database;
	mail: MailStatements;
}

const bookedRows = z.array(z.object({ appointmentId: z.uuid() }));

/**
 * Writes these bookings, each with all that belongs to it, or, where another visit of the professional, of the client
 * or of a room is in the way, nothing of it. Answers with the ids of those that were written.
 */
export async function writeBookings(deps: WriteDeps, bookings: Booking[]): Promise<Set<string>> {
	try {
		return await writeTogether(deps, bookings);
	} catch (error) {
		if (sqlStateOf(error) !== sqlState.exclusionViolation) throw error;
		if (bookings.length === 1) return new Set();
		// A client or a room is wanted at two places at once: only those bookings may fail.
		const written: Set<string>[] = [];
		for (const booking of bookings) written.push(await writeBookings(deps, [booking]));
		return new Set(written.flatMap((ids) => [...ids]));
	}
}

/**
 * One statement, which is one transaction. A visit of the professional that is in the way keeps out that booking; one of
 * the client or in the room keeps out all.
 *
 * Whoever books for a professional holds their lock, and those of the client and the rooms, until the end of the transaction: without
 * it 200 inserts that race for one slot deadlock in the exclusion constraint (40P01) instead of being answered. Locks
 * are taken in the order of their keys, so that no two statements each hold what the other wants. No row comes before
 * the locks do, as it is made from `locked`.
 */
async function writeTogether({ db, mail }: WriteDeps, bookings: Booking[]): Promise<Set<string>> {
	if (bookings.length === 0) return new Set();
	const mails = bookings.flatMap((booking) => booking.mails.map((each) => ({ ...each, causeId: booking.id })));
	// Each text is read once by PostgreSQL: within the bookings' rows it would be taken apart three times.
	const rowsOf = bookings.map(({ mails: _, ...row }) => row);
	const rows = await db.rows(sql`
		WITH wished AS MATERIALIZED (
			SELECT * FROM json_to_recordset(${JSON.stringify(rowsOf)}::json) AS w("id" uuid, "clinicId" uuid,
				"professionalId" uuid, "serviceId" uuid, "officeId" uuid, "startsAt" timestamptz, "endsAt" timestamptz,
				"amountMinor" int, "currency" "Currency", "createdAt" timestamptz, "attendeeId" uuid, "clientId" uuid,
				"clientName" text, "note" text, "resourceIds" uuid[], "newcomer" json, "clientTimeZone" text, "acceptedTerms" text)
		),
		locked AS MATERIALIZED (
			SELECT count(pg_advisory_xact_lock(key)) FROM (
				SELECT DISTINCT hashtextextended("who"::text, 0) AS key
				FROM wished, LATERAL unnest("resourceIds" || "professionalId" || "clientId") AS held("who")
				ORDER BY key
			) AS keys
		),
		booked AS (
			INSERT INTO "Appointment" ("id", "clinicId", "professionalId", "serviceId", "officeId", "startsAt", "endsAt",
				"amountMinor", "currency", "createdAt", "note")
			SELECT "id", "clinicId", "professionalId", "serviceId", "officeId", "startsAt", "endsAt", "amountMinor",
				"currency", "createdAt", "note"
			FROM wished, locked
			ON CONFLICT ON CONSTRAINT "Appointment_no_overlap" DO NOTHING
			RETURNING "id"
		),
		newcomer AS (
			INSERT INTO "Client" ("id", "clinicId", "name", "email", "phone", "locale", "timeZone", "createdAt",
				"bookedThemselves")
			SELECT w."clientId", w."clinicId", w."clientName", n."email", n."phone", n."locale", w."clientTimeZone", w."createdAt",
				w."acceptedTerms" IS NOT NULL
			FROM wished w JOIN booked USING ("id"),
				json_to_record(w."newcomer") AS n("email" text, "phone" text, "locale" text)
			WHERE w."newcomer" IS NOT NULL
		),
		moved AS (
			UPDATE "Client" c SET "timeZone" = w."clientTimeZone"
			FROM wished w JOIN booked USING ("id")
			WHERE c."id" = w."clientId" AND w."clientTimeZone" <> coalesce(c."timeZone", '')
		),
		taken AS (
			INSERT INTO "AppointmentResource" ("clinicId", "appointmentId", "startsAt", "endsAt", "status", "resourceId")
			SELECT w."clinicId", "id", w."startsAt", w."endsAt", 'PLANNED', r."resourceId"
			FROM wished w JOIN booked USING ("id"), LATERAL unnest(w."resourceIds") AS r("resourceId")
		),
		${mail.writesOf(mails, sql`JOIN booked ON booked."id" = m."causeId"`)}
		INSERT INTO "Attendee" ("id", "clinicId", "appointmentId", "startsAt", "endsAt", "status", "clientId", "kind", "name",
			"acceptedTerms", "acceptedTermsAt")
		SELECT w."attendeeId", w."clinicId", "id", w."startsAt", w."endsAt", 'PLANNED', w."clientId", 'CLIENT',
			w."clientName", w."acceptedTerms", CASE WHEN w."acceptedTerms" IS NOT NULL THEN w."createdAt" END
		FROM wished w JOIN booked USING ("id")
		RETURNING "appointmentId"`);
	return new Set(bookedRows.parse(rows).map(({ appointmentId }) => appointmentId));
}
