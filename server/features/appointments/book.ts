import type { createAppointment } from '../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Locale } from '../../../shared/contract/scalars.ts';
import { inBatches } from '../../adapters/prisma/batches.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient, Links, MailQueue, MailStatements, NotifyTool, Translate } from '../ports.ts';
import { readBookingContexts, type BookingContext, type BookingNames } from './booking-context.ts';
import { bookedMail } from './mails.ts';
import { visitsOf } from './policy.ts';
import { presentVisit } from './present.ts';
import { writeBookings, type Booking } from './write-bookings.ts';

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

type Visit = ReturnType<typeof presentVisit>;

/**
 * Books a visit with the signed-in professional and queues the client's confirmation, all or nothing. Bookings that are
 * made at the same time share their statements.
 * @throws SamtalError `VALIDATION` for a start in the past, `NOT_FOUND`, `SLOT_TAKEN` with what is in the way
 */
export function createBooking(deps: BookingDeps): (actor: Actor, wish: Wish) => Promise<Visit> {
	const { db, ambient, links } = deps;
	const readContext = inBatches((names: BookingNames[]) => readBookingContexts(db, names), { atOnce: 2 });
	const write = inBatches((bookings: Booking[]) => writeBookings(deps, bookings), { atOnce: 2 });

	return async (actor, wish) => {
		const now = ambient.now();
		const startsAt = new Date(wish.startsAt);
		if (startsAt.getTime() < now.getTime() - LATE_ENTRY_MS) {
			throw new SamtalError('VALIDATION', { issues: [{ path: 'body.startsAt', message: 'This time has passed.' }] });
		}
		const names = namesOf(actor, wish, startsAt);
		const context = await readContext(names);
		if (context === undefined) throw new SamtalError('NOT_FOUND');
		if (context.conflicts.length > 0) throw new SamtalError('SLOT_TAKEN', { conflicts: context.conflicts });

		const visit = planVisit(ambient, context, wish, startsAt);
		if (!(await write(bookingOf(deps, context, visit, now)))) {
			// Somebody was quicker in the moment between: only the constraint can tell.
			throw new SamtalError('SLOT_TAKEN', { conflicts: (await readContext(names))?.conflicts ?? [] });
		}
		await tellCall(deps, actor, wish.duringAppointmentId);
		const { service, office, professional } = context;
		return presentVisit({ ...visit, service, office, professional, payments: [], attendees: [visit.attendee] }, links);
	};
}

const namesOf = ({ memberId, clinicId }: Actor, wish: Wish, startsAt: Date): BookingNames => ({
	...{ memberId, clinicId, startsAt },
	serviceId: wish.serviceId,
	officeId: wish.officeId ?? null,
	clientId: 'id' in wish.client ? wish.client.id : null,
});

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

function bookingOf(
	{ links, translate }: BookingDeps,
	context: BookingContext,
	visit: PlannedVisit,
	now: Date,
): Booking {
	const { clinic, professional, service, office } = context;
	const { client, attendee, startsAt, endsAt } = visit;
	const told = { ...context, appointmentId: visit.id, startsAt, endsAt, serviceName: service.name };
	const joinLink = links.join(attendee.id, attendee.linkVersion);
	return {
		...{ id: visit.id, startsAt, endsAt, amountMinor: visit.amountMinor, currency: visit.currency, createdAt: now },
		...{ clinicId: clinic.id, professionalId: professional.id, serviceId: service.id, officeId: office.id },
		...{ attendeeId: attendee.id, clientId: client.id, clientName: client.name },
		newcomer: client.isNew ? { email: client.email, phone: client.phone, locale: client.locale } : null,
		mail:
			client.email === null
				? null
				: bookedMail({ ...told, client: { ...client, email: client.email } }, joinLink, translate, now),
	};
}

/** The people in the call in which the visit was booked see it at once. */
async function tellCall({ db, notifyTool }: BookingDeps, actor: Actor, appointmentId: string | undefined) {
	if (appointmentId === undefined) return;
	const isOwn = await db.appointment.count({ where: { ...visitsOf(actor), id: appointmentId } });
	if (isOwn > 0) notifyTool(appointmentId, 'booking');
}
