import type { createAppointment } from '../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Locale } from '../../../shared/contract/scalars.ts';
import { inBatches } from '../../adapters/prisma/batches.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient, Links, MailQueue, MailStatements, NotifyTool, Translate } from '../ports.ts';
import { readBookingContexts, type BookingContext, type BookingNames } from './booking-context.ts';
import { bookedMail, toldProfessionalMail } from './mails.ts';
import { visitsOf } from './policy.ts';
import { presentVisit } from './present.ts';
import { writeBookings, type Booking } from './write-bookings.ts';

/** A visit that began a moment ago can still be put in. */
const LATE_ENTRY_MS = 10 * 60_000;
/** The version of a join link until it is renewed. */
const FIRST_LINK = 1;

type Wish = RequestOf<typeof createAppointment>['body'];
type Booker = Pick<Actor, 'memberId' | 'clinicId' | 'role'>;
/** What a client who books on the public pages says besides. */
export interface ByClient {
	acceptedTerms: string;
	/** In which the confirmation writes the time. */
	timeZone: string;
}

export interface BookingDeps {
	db: Database;
	ambient: Ambient;
	links: Links;
	mail: MailQueue & MailStatements;
	translate: Translate;
	notifyTool: NotifyTool;
}

type Visit = ReturnType<typeof presentVisit>;

interface BookingRequest {
	actor: Booker;
	wish: Wish;
	byClient: ByClient | null;
	now: Date;
}

/**
 * Books a visit with the professional whom `actor` names and queues the client's confirmation, all or nothing; when the
 * client booked, the professional is told as well.
 * @throws SamtalError `VALIDATION` for a start in the past, `NOT_FOUND`, `SLOT_TAKEN` with what is in the way
 */
export type BookVisit = (actor: Booker, wish: Wish, byClient?: ByClient) => Promise<Visit>;

/** Bookings that are made at the same time share their statements. */
export function createBooking(deps: BookingDeps): BookVisit {
	const book = inBatches((requests: BookingRequest[]) => bookTogether(deps, requests), { atOnce: 2 });
	const readContext = inBatches((names: BookingNames[]) => readBookingContexts(deps.db, names), { atOnce: 2 });
	return async (actor, wish, byClient) => {
		const now = deps.ambient.now();
		if (Date.parse(wish.startsAt) < now.getTime() - LATE_ENTRY_MS) {
			throw new SamtalError('VALIDATION', { issues: [{ path: 'body.startsAt', message: 'This time has passed.' }] });
		}
		const request = { actor, wish, byClient: byClient ?? null, now };
		const visit = await book(request);
		// Somebody was quicker in the moment between: only the constraint can tell.
		if (visit === 'late') throw slotTaken((await readContext(namesOf(request)))?.conflicts ?? []);
		await tellCall(deps, actor, wish.duringAppointmentId);
		return visit;
	};
}

/** Answers every request, in their order, with the visit, with why there is none, or that the time was just taken. */
async function bookTogether(deps: BookingDeps, requests: BookingRequest[]): Promise<(Visit | Error | 'late')[]> {
	const contexts = await readBookingContexts(deps.db, requests.map(namesOf));
	const plans = requests.map((request, nth) => attempt(() => planBooking(deps, request, contexts[nth])));
	const bookings = plans.flatMap((plan) => (plan instanceof Error ? [] : [plan.booking]));
	const booked = await writeBookings(deps, bookings);
	return plans.map((plan) => {
		if (plan instanceof Error) return plan;
		return booked.has(plan.booking.id) ? plan.visit : 'late';
	});
}

/** One request's error is its own: the others go on. */
function attempt<T>(task: () => T): T | Error {
	try {
		return task();
	} catch (error) {
		return error instanceof Error ? error : new Error('The booking could not be planned.', { cause: error });
	}
}

const namesOf = ({ actor: { memberId, clinicId }, wish }: BookingRequest): BookingNames => ({
	...{ memberId, clinicId },
	serviceId: wish.serviceId,
	officeId: wish.officeId ?? null,
	clientId: 'id' in wish.client ? wish.client.id : null,
	startsAt: new Date(wish.startsAt),
});

const slotTaken = (conflicts: BookingContext['conflicts']) => new SamtalError('SLOT_TAKEN', { conflicts });

/** What is written, and the visit that it will be. */
interface Plan {
	booking: Booking;
	visit: Visit;
}

/** @throws SamtalError `NOT_FOUND`, `SLOT_TAKEN` */
function planBooking(
	{ ambient, links, translate }: BookingDeps,
	{ wish, byClient, now }: BookingRequest,
	context: BookingContext | undefined,
): Plan {
	if (context === undefined) throw new SamtalError('NOT_FOUND');
	if (context.conflicts.length > 0) throw slotTaken(context.conflicts);
	const { clinic, professional, service, office } = context;
	const client = whoComes(ambient, context, wish);
	const startsAt = new Date(wish.startsAt);
	const visit = {
		...{ id: ambient.newId(), startsAt, endsAt: new Date(startsAt.getTime() + service.durationMinutes * 60_000) },
		...{ amountMinor: wish.amountMinor ?? service.amountMinor, currency: service.currency },
	};
	const attendee = { id: ambient.newId(), kind: 'CLIENT' as const, name: client.name, clientId: client.id };
	const joinLink = links.join(attendee.id, FIRST_LINK);
	const told = {
		...{ ...context, ...visit, appointmentId: visit.id, serviceName: service.name, client },
		timeZone: byClient?.timeZone ?? clinic.timeZone,
	};
	const mails = hasAddress(told) ? [bookedMail(told, joinLink, translate, now)] : [];
	return {
		booking: {
			...visit,
			...{ clinicId: clinic.id, professionalId: professional.id, serviceId: service.id, officeId: office.id },
			...{ createdAt: now, attendeeId: attendee.id, clientId: client.id, clientName: client.name },
			newcomer: client.isNew ? client : null,
			acceptedTerms: byClient?.acceptedTerms ?? null,
			mails: byClient === null ? mails : [...mails, toldProfessionalMail(told, translate, now)],
		},
		visit: presentVisit(
			{
				...{ ...visit, status: 'PLANNED', service, office, professional, payments: [] },
				attendees: [{ ...attendee, linkVersion: FIRST_LINK }],
			},
			// Signing it a second time would cost as much as the rest of the presentation.
			{ join: () => joinLink },
		),
	};
}

const hasAddress = <T extends { client: { email: string | null } }>(
	told: T,
): told is T & { client: { email: string } } => told.client.email !== null;

interface Comer {
	isNew: boolean;
	id: string;
	name: string;
	email: string | null;
	phone: string | null;
	locale: Locale;
}

/** A client of the records, or the new one that the wish describes. */
function whoComes(ambient: Ambient, { clinic, client }: BookingContext, { client: wished }: Wish): Comer {
	if ('id' in wished) {
		if (client === null) throw new SamtalError('NOT_FOUND');
		return { ...client, isNew: false, phone: null };
	}
	const { name, email, phone = null, locale = clinic.locale } = wished;
	return { isNew: true, id: ambient.newId(), name, email, phone, locale };
}

/** The people in the call in which the visit was booked see it at once. */
async function tellCall({ db, notifyTool }: BookingDeps, actor: Booker, appointmentId: string | undefined) {
	if (appointmentId === undefined) return;
	const isOwn = await db.appointment.count({ where: { ...visitsOf(actor), id: appointmentId } });
	if (isOwn > 0) notifyTool(appointmentId, 'booking');
}
