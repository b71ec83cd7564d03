import type { createAppointment } from '../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Locale } from '../../../shared/contract/scalars.ts';
import { joinSql, professionalLock, sql, sqlState, sqlStateOf, type Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient, Links, MailQueue, MailStatements, NotifyTool, Translate } from '../ports.ts';
import { readBookingContext, type BookingContext } from './booking-context.ts';
import { bookedMail } from './mails.ts';
import { visitsOf } from './policy.ts';
import { presentVisit } from './present.ts';

/** A visit that began a moment ago can still be put in. */
const LATE_ENTRY_MS = 10 * 60_000;

type Wish = RequestOf<typeof createAppointment>['body'];

export interface BookingDeps {
	db: Database;
	ambient: Ambient;
	links: Links;
	mail: MailQueue & MailStatements;
	translate: Translate;
	notifyTool: NotifyTool;
}

/**
 * Books a visit with the signed-in professional and queues the client's confirmation, all or nothing.
 * @throws SamtalError `VALIDATION` for a start in the past, `NOT_FOUND`, `SLOT_TAKEN` with what is in the way
 */
export async function bookVisit(deps: BookingDeps, actor: Actor, wish: Wish): Promise<ReturnType<typeof presentVisit>> {
	const { db, ambient, links } = deps;
	const now = ambient.now();
	const startsAt = new Date(wish.startsAt);
	if (startsAt.getTime() < now.getTime() - LATE_ENTRY_MS) {
		throw new SamtalError('VALIDATION', { issues: [{ path: 'body.startsAt', message: 'This time has passed.' }] });
	}
	const known = 'id' in wish.client ? wish.client.id : null;
	const { serviceId, officeId = null } = wish;
	const readContext = () => readBookingContext(db, actor, { serviceId, officeId, clientId: known, startsAt });
	const context = await readContext();
	if (context.conflicts.length > 0) throw new SamtalError('SLOT_TAKEN', { conflicts: context.conflicts });
	const visit = planVisit(ambient, context, wish, startsAt);

	try {
		await write(deps, context, visit, now);
	} catch (error) {
		if (sqlStateOf(error) !== sqlState.exclusionViolation) throw error;
		// Somebody was quicker in the moment between: only the constraint can tell.
		throw new SamtalError('SLOT_TAKEN', { conflicts: (await readContext()).conflicts });
	}
	await tellCall(deps, actor, wish.duringAppointmentId);
	const { service, office, professional } = context;
	return presentVisit({ ...visit, service, office, professional, payments: [], attendees: [visit.attendee] }, links);
}

type PlannedVisit = ReturnType<typeof planVisit>;

function planVisit(ambient: Ambient, context: BookingContext, wish: Wish, startsAt: Date) {
	const { service } = context;
	const client = whoComes(ambient, context, wish);
	return {
		id: ambient.newId(),
		startsAt,
		endsAt: new Date(startsAt.getTime() + service.durationMinutes * 60_000),
		status: 'PLANNED' as const,
		amountMinor: wish.amountMinor ?? service.amountMinor,
		currency: service.currency,
		client,
		attendee: { id: ambient.newId(), kind: 'CLIENT' as const, name: client.name, clientId: client.id, linkVersion: 1 },
	};
}

interface Comer {
	isNew: boolean;
	id: string;
	name: string;
	email: string | null;
	phone: string | null;
	locale: Locale;
}

/** A client of the records, or the new one that the wish describes. */
function whoComes(ambient: Ambient, { clinic, client }: BookingContext, wish: Wish): Comer {
	if (client !== null) return { ...client, isNew: false, phone: null };
	if ('id' in wish.client) throw new SamtalError('NOT_FOUND');
	const { name, email, phone = null, locale = clinic.locale } = wish.client;
	return { isNew: true, id: ambient.newId(), name, email, phone, locale };
}

/** All of it in one statement, which is one transaction: the professional's lock is held for no way back and forth. */
async function write(
	{ db, links, mail, translate }: BookingDeps,
	context: BookingContext,
	visit: PlannedVisit,
	now: Date,
) {
	const { clinic, professional, service, office } = context;
	const { id, startsAt, endsAt, amountMinor, currency, client, attendee } = visit;
	const writes = [
		sql`locked AS MATERIALIZED (${professionalLock(professional.id)})`,
		sql`visit AS (
			INSERT INTO "Appointment" ("id", "clinicId", "professionalId", "serviceId", "officeId", "startsAt", "endsAt",
				"amountMinor", "currency", "createdAt")
			SELECT ${id}::uuid, ${clinic.id}::uuid, ${professional.id}::uuid, ${service.id}::uuid, ${office.id}::uuid,
				${startsAt}, ${endsAt}, ${amountMinor}::int, ${currency}, ${now} FROM locked
		)`,
	];
	if (client.isNew) {
		writes.push(sql`newcomer AS (
			INSERT INTO "Client" ("id", "clinicId", "name", "email", "phone", "locale", "createdAt")
			VALUES (${client.id}::uuid, ${clinic.id}::uuid, ${client.name}, ${client.email}, ${client.phone}, ${client.locale}, ${now})
		)`);
	}
	if (client.email !== null) {
		const told = { name: client.name, email: client.email, locale: client.locale };
		const visitToTell = { ...context, appointmentId: id, startsAt, endsAt, serviceName: service.name, client: told };
		const joinLink = links.join(attendee.id, attendee.linkVersion);
		writes.push(mail.writesOf(bookedMail(visitToTell, joinLink, translate, now)));
	}
	await db.rows(sql`
		WITH ${joinSql(writes)}
		INSERT INTO "Attendee" ("id", "clinicId", "appointmentId", "clientId", "kind", "name")
		VALUES (${attendee.id}::uuid, ${clinic.id}::uuid, ${id}::uuid, ${client.id}::uuid, 'CLIENT', ${client.name})`);
}

/** The people in the call in which the visit was booked see it at once. */
async function tellCall({ db, notifyTool }: BookingDeps, actor: Actor, appointmentId: string | undefined) {
	if (appointmentId === undefined) return;
	const isOwn = await db.appointment.count({ where: { ...visitsOf(actor), id: appointmentId } });
	if (isOwn > 0) notifyTool(appointmentId, 'booking');
}
