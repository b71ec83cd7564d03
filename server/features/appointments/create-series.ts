import type { Conflict } from '../../../shared/contract/conflicts.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Recurrence } from '../../../shared/contract/recurrence.ts';
import { findConflicts, unconfirmed } from '../../../shared/domain/conflicts.ts';
import { occurrencesOf, ruleOf } from '../../../shared/domain/recurrence.ts';
import type { Database, Queryable } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { namesOf, type BookingDeps, type Wish } from './book.ts';
import { readBookingContexts, rowsIn, type BookingContext } from './booking-context.ts';
import { readComer } from './group/comers.ts';
import { bookedMail, seriesMail } from './mails.ts';
import { assertBookable, assertFree } from './refusals.ts';
import { lockCalendars, type Turns } from './turns.ts';
import { isoTimes, readVisit, toTell, withPeople, type VisitWithPeople } from './visits.ts';
import { writeOccurrences } from './write-series.ts';

/** The dates of a series and what it is called. In milliseconds since 1970, in order, without the ones left out. */
export function datesOfSeries(recurrence: Recurrence, startsAt: Date, timeZone: string) {
	const start = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(timeZone);
	const rule = ruleOf(recurrence, start);
	const leftOut = new Set(recurrence.leaveOut?.map((instant) => Date.parse(instant)));
	return { rule, times: occurrencesOf(rule, start).filter((time) => !leftOut.has(time)) };
}

const comersOf = ({ client, alsoClients = [] }: Wish) => [client, ...alsoClients];

interface Planned {
	rule: string | null;
	timeZone: string;
	visits: { startsAt: Date; endsAt: Date }[];
	/** All, the confirmed ones too. */
	conflicts: Conflict[];
	context: BookingContext;
}

/**
 * The visit, or the visits, that a wish means, and what is in their way now.
 * @throws SamtalError `NOT_FOUND`, `NOT_OFFERED`, `SERIES_TOO_LONG`, `SERIES_EMPTY`, `GROUP_FULL`, `ALREADY_ATTENDING`
 */
async function planWish(tx: Queryable, actor: Actor, wish: Wish, now: Date): Promise<Planned> {
	const { timeZone } = await tx.member.findUniqueOrThrow({
		where: { id: actor.memberId },
		select: { timeZone: true },
	});
	const startsAt = new Date(wish.startsAt);
	const { rule, times } =
		wish.recurrence === undefined
			? { rule: null, times: [startsAt.getTime()] }
			: datesOfSeries(wish.recurrence, startsAt, timeZone);
	if (times.length === 0) throw new SamtalError('SERIES_EMPTY');
	const names = { ...namesOf(actor, wish), startsAt: times.map((time) => new Date(time)) };
	const [context] = await readBookingContexts(rowsIn(tx), [names]);
	if (context === undefined) throw new SamtalError('NOT_FOUND');
	assertBookable(context, wish.resourceIds);
	if (comersOf(wish).length > context.service.capacity) throw new SamtalError('GROUP_FULL');
	if (new Set(names.clientIds).size < names.clientIds.length) throw new SamtalError('ALREADY_ATTENDING');
	const length = (wish.durationMinutes ?? context.service.durationMinutes) * 60_000;
	const { office, calendar } = context;
	return {
		...{ rule, timeZone, context },
		visits: times.map((start) => ({ startsAt: new Date(start), endsAt: new Date(start + length) })),
		conflicts: times.flatMap((start) => findConflicts({ start, end: start + length, office }, calendar, now.getTime())),
	};
}

/**
 * Books a series with the signed-in professional, or a visit of several clients, all or nothing; each client gets one
 * letter. Answers with the first visit.
 * @throws SamtalError as `planWish`; `SLOT_TAKEN` and `CONFIRMATION_NEEDED` with the conflicts of all dates
 */
export async function createSeries(
	{ ambient, links, mail, translate }: BookingDeps,
	turns: Turns,
	actor: Actor,
	wish: Wish,
): Promise<VisitWithPeople> {
	return turns.take(async (tx) => {
		const { memberId, clientIds, resourceIds } = namesOf(actor, wish);
		await lockCalendars(tx, [memberId, ...clientIds, ...resourceIds]);
		const now = ambient.now();
		const { rule, timeZone, visits, conflicts, context } = await planWish(tx, actor, wish, now);
		assertFree(unconfirmed(conflicts, wish.confirm ?? []));
		const { service, office, clinic } = context;
		const clients: Awaited<ReturnType<typeof readComer>>[] = [];
		for (const each of comersOf(wish)) clients.push(await readComer(tx, ambient, clinic.id, each));
		const seriesId = rule === null ? null : ambient.newId();
		if (seriesId !== null && rule !== null) {
			const durationMinutes = wish.durationMinutes ?? service.durationMinutes;
			await tx.series.create({
				data: {
					...{ id: seriesId, clinicId: clinic.id, memberId: actor.memberId, rule, timeZone, durationMinutes },
					...{ startsAt: new Date(wish.startsAt), createdAt: now },
				},
			});
		}
		const occurrences = visits.map((times) => ({
			...{ ...times, id: ambient.newId() },
			attendees: clients.map(({ id: clientId, name }) => ({ id: ambient.newId(), clientId, name })),
		}));
		await writeOccurrences(
			tx,
			seriesId,
			{
				...{ clinicId: clinic.id, professionalId: actor.memberId, serviceId: service.id, officeId: office.id },
				...{ amountMinor: wish.amountMinor ?? service.amountMinor, currency: service.currency, createdAt: now },
				...{ note: wish.note ?? '', resourceIds: context.resources.map(({ id }) => id) },
			},
			occurrences,
		);
		const written = { id: { in: occurrences.map(({ id }) => id) } };
		if (wish.notify !== false) await tellSeries({ links, mail, translate }, tx, written, now);
		return readVisit(tx, { ...written, startsAt: visits[0]?.startsAt ?? now });
	});
}

/** One letter to each client with all the visits that `where` finds; of a single one, its confirmation. */
export async function tellSeries(
	{ links, mail, translate }: Pick<BookingDeps, 'links' | 'mail' | 'translate'>,
	tx: Queryable,
	where: { id: { in: string[] } },
	now: Date,
): Promise<void> {
	const written = await tx.appointment.findMany({ where, include: withPeople, orderBy: { startsAt: 'asc' } });
	for (const told of toTell(written, links)) {
		const [only, ...others] = told;
		const letter =
			only !== undefined && others.length === 0
				? bookedMail(only.visit, only.links, translate, now)
				: seriesMail('booked', told, translate, now);
		if (letter !== null) await mail.enqueue(tx, letter);
	}
}

/** What a wish would book, and what is in its way; writes nothing. */
export async function previewWish(db: Database, actor: Actor, wish: Wish, now: Date) {
	const { visits, conflicts } = await planWish(db, actor, wish, now);
	return {
		changes: visits.map((times) => ({ appointmentId: null, from: null, to: isoTimes(times) })),
		conflicts,
	};
}
