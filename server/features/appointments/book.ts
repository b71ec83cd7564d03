import type { createAppointment } from '../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Conflict } from '../../../shared/contract/conflicts.ts';
import type { Locale } from '../../../shared/contract/scalars.ts';
import { inBatches } from '../../adapters/prisma/batches.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Ambient, Links, MailQueue, MailStatements, NotifyTool, Translate } from '../ports.ts';
import { findConflicts, unconfirmed } from '../../../shared/domain/conflicts.ts';
import { readBookingContexts, type BookingContext, type BookingNames, type Rows } from './booking-context.ts';
import { assertBookable, assertFree } from './refusals.ts';
import { bookedLater, newVisitLater } from './later-mails.ts';
import { knownIds } from './group/comers.ts';
import { visitsOf } from './policy.ts';
import { presentVisit } from './present.ts';
import { writeBookings, type Booking } from './write-bookings.ts';

/** The version of a join link until it is renewed. */
const FIRST_LINK = 1;

export type Wish = RequestOf<typeof createAppointment>['body'];

export interface BookingDeps {
	db: Database;
	ambient: Ambient;
	links: Links;
	mail: MailQueue & MailStatements;
	translate: Translate;
	notifyTool: NotifyTool;
}

type Booker = Pick<Actor, 'memberId' | 'clinicId' | 'role'>;
type Visit = ReturnType<typeof presentVisit>;

/** What a client who books on the public pages says besides. */
export interface ByClient {
	acceptedTerms: string;
	/** In which the confirmation writes the time. */
	timeZone: string;
}

interface BookingRequest {
	actor: Booker;
	wish: Wish;
	byClient: ByClient | null;
	now: Date;
}

/**
 * Books a visit with the professional whom `actor` names and queues the client's confirmation, all or nothing; when the
 * client booked, the professional is told as well.
 * @throws SamtalError `SLOT_TAKEN` and `CONFIRMATION_NEEDED` with all that is in the way, `NOT_FOUND`,
 * `NOT_OFFERED`
 */
export type BookVisit = (actor: Booker, wish: Wish, byClient?: ByClient) => Promise<Visit>;

/** Bookings that are made at the same time share their statements. */
export function createBooking(deps: BookingDeps): BookVisit {
	const rows: Rows = (statement) => deps.db.rows(statement);
	const book = inBatches((requests: BookingRequest[]) => bookTogether(deps, rows, requests), { atOnce: 3 });
	const readContext = inBatches((names: BookingNames[]) => readBookingContexts(rows, names), { atOnce: 2 });
	return async (actor, wish, byClient) => {
		const request = { actor, wish, byClient: byClient ?? null, now: deps.ambient.now() };
		const visit = await book(request);
		if (visit === 'late') {
			// Somebody was quicker in the moment between: only the constraint can tell.
			const context = await readContext(namesOf(actor, wish));
			throw new SamtalError('SLOT_TAKEN', { conflicts: context === undefined ? [] : conflictsOf(context, request) });
		}
		await tellCall(deps, actor, wish.duringAppointmentId);
		return visit;
	};
}

/** Answers every request, in their order, with the visit, with why there is none, or that the time was just taken. */
async function bookTogether(
	deps: BookingDeps,
	rows: Rows,
	requests: BookingRequest[],
): Promise<(Visit | Error | 'late')[]> {
	const contexts = await readBookingContexts(
		rows,
		requests.map(({ actor, wish }) => namesOf(actor, wish)),
	);
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

/** What the one visit of this wish names. */
export const namesOf = ({ memberId, clinicId }: Pick<Actor, 'memberId' | 'clinicId'>, wish: Wish): BookingNames => ({
	...{ memberId, clinicId },
	serviceId: wish.serviceId,
	officeId: wish.officeId ?? null,
	clientIds: knownIds([wish.client, ...(wish.alsoClients ?? [])]),
	startsAt: [new Date(wish.startsAt)],
	durationMinutes: wish.durationMinutes ?? null,
	resourceIds: [...new Set(wish.resourceIds)],
	movedIds: [],
});

const minutesOf = ({ service }: BookingContext, wish: Wish) => wish.durationMinutes ?? service.durationMinutes;

function conflictsOf(context: BookingContext, { wish, now }: Pick<BookingRequest, 'wish' | 'now'>): Conflict[] {
	const start = Date.parse(wish.startsAt);
	const end = start + minutesOf(context, wish) * 60_000;
	const found = findConflicts({ start, end, office: context.office }, context.calendar, now.getTime());
	return unconfirmed(found, wish.confirm ?? []);
}

/** What is written, and the visit that it will be. */
interface Plan {
	booking: Booking;
	visit: Visit;
}

/** @throws SamtalError as `createBooking` */
function planBooking(
	{ ambient, links }: BookingDeps,
	{ wish, byClient, now }: BookingRequest,
	context: BookingContext | undefined,
): Plan {
	if (context === undefined) throw new SamtalError('NOT_FOUND');
	assertBookable(context, wish.resourceIds);
	assertFree(conflictsOf(context, { wish, now }));
	const { clinic, professional, service, office, resources } = context;
	const client = whoComes(ambient, context, wish, byClient);
	const startsAt = new Date(wish.startsAt);
	const visit = {
		...{ id: ambient.newId(), startsAt, endsAt: new Date(startsAt.getTime() + minutesOf(context, wish) * 60_000) },
		...{ amountMinor: wish.amountMinor ?? service.amountMinor, currency: service.currency },
		note: wish.note ?? '',
	};
	const attendee = {
		...{ id: ambient.newId(), kind: 'CLIENT' as const, name: client.name, clientId: client.id },
		...{ amountMinor: null, cancelledAt: null, cancelReason: null },
	};
	const isGroup = service.capacity > 1;
	const told = { ...context, ...visit, appointmentId: visit.id, sequence: 0, serviceName: service.name, isGroup };
	const clientTold = { ...told, clinic: { ...clinic, timeZone: client.timeZone ?? clinic.timeZone } };
	return {
		booking: {
			...visit,
			...{ clinicId: clinic.id, professionalId: professional.id, serviceId: service.id, officeId: office.id },
			...{ createdAt: now, attendeeId: attendee.id, clientId: client.id, clientName: client.name },
			...{ newcomer: client.isNew ? client : null, resourceIds: resources.map(({ id }) => id) },
			...{ acceptedTerms: byClient?.acceptedTerms ?? null, clientTimeZone: byClient?.timeZone ?? null },
			mails: [
				...(hasAddress(client) && wish.notify !== false
					? [bookedLater({ ...clientTold, client }, { attendeeId: attendee.id, version: FIRST_LINK }, now)]
					: []),
				...(hasAddress(client) && byClient ? [newVisitLater({ ...told, client }, professional, now)] : []),
			],
		},
		visit: presentVisit(
			{
				...{ ...visit, status: 'PLANNED', service, office, professional, received: [] },
				...{ seriesId: null, sequence: 0, cancelReason: null },
				resources: resources.map(({ id, name }) => ({ resource: { id, name } })),
				attendees: [{ ...attendee, linkVersion: FIRST_LINK, invoiceLines: [], payments: [] }],
			},
			links,
		),
	};
}

const hasAddress = (client: Comer): client is Comer & { email: string } => client.email !== null;

interface Comer {
	isNew: boolean;
	id: string;
	name: string;
	email: string | null;
	phone: string | null;
	locale: Locale;
	timeZone: string | null;
}

/** A client of the records, or the new one that the wish describes. */
function whoComes(
	ambient: Ambient,
	{ clinic, client }: BookingContext,
	{ client: wished }: Pick<Wish, 'client'>,
	byClient: ByClient | null,
): Comer {
	const timeZone = byClient?.timeZone ?? client?.timeZone ?? null;
	if ('id' in wished) {
		if (client === null) throw new SamtalError('NOT_FOUND');
		return { ...client, isNew: false, phone: null, timeZone };
	}
	const { name, email, phone = null, locale = clinic.locale } = wished;
	return { isNew: true, id: ambient.newId(), name, email, phone, locale, timeZone };
}

/** The people in the call in which the visit was booked see it at once. */
export async function tellCall(
	{ db, notifyTool }: Pick<BookingDeps, 'db' | 'notifyTool'>,
	actor: Booker,
	appointmentId: string | undefined,
) {
	if (appointmentId === undefined) return;
	const isOwn = await db.appointment.count({ where: { ...visitsOf(actor), id: appointmentId } });
	if (isOwn > 0) notifyTool(appointmentId, 'booking');
}
