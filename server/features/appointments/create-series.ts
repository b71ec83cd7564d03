import type { Conflict } from '../../../shared/contract/conflicts.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Recurrence } from '../../../shared/contract/recurrence.ts';
import { findConflicts, unconfirmed } from '../../../shared/domain/conflicts.ts';
import { occurrencesOf, ruleOf } from '../../../shared/domain/recurrence.ts';
import type { Database, Queryable } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { namesOf, whoComes, type BookingDeps, type Wish } from './book.ts';
import { readBookingContexts, rowsIn, type BookingContext } from './booking-context.ts';
import { seriesMail } from './mails.ts';
import { assertBookable, assertFree } from './refusals.ts';
import { lockCalendars, type Turns } from './turns.ts';
import { readVisit, toTell, withPeople, type VisitWithPeople } from './visits.ts';
import { writeOccurrences } from './write-series.ts';

/** The dates of a series and what it is called. In milliseconds since 1970, in order, without the ones left out. */
export function datesOfSeries(recurrence: Recurrence, startsAt: Date, timeZone: string) {
	const start = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(timeZone);
	const rule = ruleOf(recurrence, start);
	const leftOut = new Set(recurrence.leaveOut?.map((instant) => Date.parse(instant)));
	return { rule, times: occurrencesOf(rule, start).filter((time) => !leftOut.has(time)) };
}

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
 * @throws SamtalError `NOT_FOUND`, `NOT_OFFERED`, `SERIES_TOO_LONG`, `SERIES_EMPTY`
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
	const length = (wish.durationMinutes ?? context.service.durationMinutes) * 60_000;
	const { office, calendar } = context;
	return {
		...{ rule, timeZone, context },
		visits: times.map((start) => ({ startsAt: new Date(start), endsAt: new Date(start + length) })),
		conflicts: times.flatMap((start) => findConflicts({ start, end: start + length, office }, calendar, now.getTime())),
	};
}

/**
 * Books a series with the signed-in professional, all or nothing; the client gets one letter. Answers with its first visit.
 * @throws SamtalError as `planWish`; `SLOT_TAKEN` and `CONFIRMATION_NEEDED` with the conflicts of all dates
 */
export async function createSeries(
	{ ambient, links, mail, translate }: BookingDeps,
	turns: Turns,
	actor: Actor,
	wish: Wish,
): Promise<VisitWithPeople> {
	return turns.take(async (tx) => {
		const clientIds = 'id' in wish.client ? [wish.client.id] : [];
		await lockCalendars(tx, [actor.memberId, ...clientIds, ...(wish.resourceIds ?? [])]);
		const now = ambient.now();
		const { rule, timeZone, visits, conflicts, context } = await planWish(tx, actor, wish, now);
		assertFree(unconfirmed(conflicts, wish.confirm ?? []));
		const { service, office, clinic } = context;
		const client = whoComes(ambient, context, wish);
		if (client.isNew) {
			const { isNew: _, ...person } = client;
			await tx.client.create({ data: { ...person, clinicId: clinic.id, createdAt: now } });
		}
		const seriesId = ambient.newId();
		const durationMinutes = wish.durationMinutes ?? service.durationMinutes;
		await tx.series.create({
			data: {
				...{ id: seriesId, clinicId: clinic.id, memberId: actor.memberId, rule: rule ?? '', timeZone, durationMinutes },
				...{ startsAt: new Date(wish.startsAt), createdAt: now },
			},
		});
		await writeOccurrences(
			tx,
			seriesId,
			{
				...{ clinicId: clinic.id, professionalId: actor.memberId, serviceId: service.id, officeId: office.id },
				...{ amountMinor: wish.amountMinor ?? service.amountMinor, currency: service.currency, createdAt: now },
				...{ note: wish.note ?? '', resourceIds: context.resources.map(({ id }) => id) },
			},
			visits.map((times) => ({
				...times,
				id: ambient.newId(),
				attendees: [{ id: ambient.newId(), clientId: client.id, name: client.name }],
			})),
		);
		if (wish.notify !== false) await tellSeries({ links, mail, translate }, tx, { seriesId }, now);
		return readVisit(tx, { seriesId, startsAt: visits[0]?.startsAt ?? now });
	});
}

/** One letter to each client with all the visits that `where` finds. */
export async function tellSeries(
	{ links, mail, translate }: Pick<BookingDeps, 'links' | 'mail' | 'translate'>,
	tx: Queryable,
	where: { seriesId: string } | { id: { in: string[] } },
	now: Date,
): Promise<void> {
	const written = await tx.appointment.findMany({ where, include: withPeople, orderBy: { startsAt: 'asc' } });
	for (const told of toTell(written, links)) {
		const letter = seriesMail('booked', told, translate, now);
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

/** Both ends in ISO 8601. */
export const isoTimes = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
	startsAt: startsAt.toISOString(),
	endsAt: endsAt.toISOString(),
});
