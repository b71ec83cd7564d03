import type { createAppointment } from '../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import {
	lockProfessional,
	sqlState,
	sqlStateOf,
	type Database,
	type Queryable,
} from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient, Links, MailQueue, NotifyTool, Translate } from '../ports.ts';
import { findConflicts, readBookingContext, type BookingContext } from './booking-context.ts';
import { bookedMail } from './mails.ts';
import { visitsOf } from './policy.ts';
import { presentVisit } from './present.ts';

/** A visit that began a moment ago can still be put in. */
const LATE_ENTRY_MS = 10 * 60_000;
/** Where many book with one professional at once, the last one waits for all before. */
const patience = { maxWait: 15_000, timeout: 15_000 } as const;

type Wish = RequestOf<typeof createAppointment>['body'];

export interface BookingDeps {
	db: Database;
	ambient: Ambient;
	links: Links;
	mail: MailQueue;
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
	const context = await readBookingContext(db, actor, { serviceId, officeId, clientId: known });
	const visit = planVisit(ambient, context, wish, startsAt);

	try {
		await db.$transaction((tx) => write(tx, deps, context, visit, now), patience);
	} catch (error) {
		if (sqlStateOf(error) !== sqlState.exclusionViolation) throw error;
		throw new SamtalError('SLOT_TAKEN', { conflicts: await findConflicts(db, actor.memberId, visit) });
	}
	await tellCall(deps, actor, wish.duringAppointmentId);
	const { service, office, professional } = context;
	return presentVisit({ ...visit, service, office, professional, payments: [], attendees: [visit.attendee] }, links);
}

type PlannedVisit = ReturnType<typeof planVisit>;

function planVisit(ambient: Ambient, { clinic, service, client }: BookingContext, wish: Wish, startsAt: Date) {
	const newcomer = 'id' in wish.client ? null : { locale: clinic.locale, ...wish.client, id: ambient.newId() };
	const person = newcomer ?? client;
	if (person === null) throw new SamtalError('NOT_FOUND');
	return {
		id: ambient.newId(),
		startsAt,
		endsAt: new Date(startsAt.getTime() + service.durationMinutes * 60_000),
		status: 'PLANNED' as const,
		amountMinor: wish.amountMinor ?? service.amountMinor,
		currency: service.currency,
		client: { id: person.id, name: person.name, email: person.email, locale: person.locale ?? clinic.locale },
		newcomer,
		attendee: { id: ambient.newId(), kind: 'CLIENT' as const, name: person.name, clientId: person.id, linkVersion: 1 },
	};
}

async function write(tx: Queryable, deps: BookingDeps, context: BookingContext, visit: PlannedVisit, now: Date) {
	const { clinic, professional, service, office } = context;
	const { id, startsAt, endsAt, status, amountMinor, currency, client, newcomer, attendee } = visit;
	const clinicId = clinic.id;
	if (newcomer !== null) {
		const { phone = null } = newcomer;
		await tx.client.createMany({ data: [{ ...client, phone, clinicId, createdAt: now }] });
	}
	if (client.email !== null) {
		const told = { ...client, email: client.email };
		const visitToTell = { appointmentId: id, startsAt, endsAt, serviceName: service.name, ...context, client: told };
		const joinLink = deps.links.join(attendee.id, attendee.linkVersion);
		await deps.mail.enqueue(tx, bookedMail(visitToTell, joinLink, deps.translate, now));
	}
	// The lock comes last: whoever waits for this professional waits for two inserts and a commit only.
	await lockProfessional(tx, professional.id);
	const references = { clinicId, professionalId: professional.id, serviceId: service.id, officeId: office.id };
	const data = { id, ...references, startsAt, endsAt, status, amountMinor, currency, createdAt: now };
	await tx.appointment.createMany({ data: [data] });
	await tx.attendee.createMany({ data: [{ ...attendee, clinicId, appointmentId: id }] });
}

/** The people in the call in which the visit was booked see it at once. */
async function tellCall({ db, notifyTool }: BookingDeps, actor: Actor, appointmentId: string | undefined) {
	if (appointmentId === undefined) return;
	const isOwn = await db.appointment.count({ where: { ...visitsOf(actor), id: appointmentId } });
	if (isOwn > 0) notifyTool(appointmentId, 'booking');
}
