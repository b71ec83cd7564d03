import { bookablePeriod, freeStarts } from '../../../shared/domain/availability.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Interval } from '../../../shared/domain/intervals.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Ambient } from '../ports.ts';
import { readCalendars, type Calendar } from './calendars.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export interface FreeSearch {
	clinicId: string;
	/** Visits of `minutes` with these professionals, each at one office. */
	of: readonly { memberId: string; officeId: string; minutes: number }[];
	/** Rooms and devices that the visits take: when another visit has one, nothing is free. */
	resourceIds?: readonly string[] | undefined;
	/** The first of `days` dates on each professional's own clock. */
	first: Temporal.PlainDate;
	days: number;
	/**
	 * A professional is offered everything that is free from now on; a client what the professional's rules allow and
	 * no other visitor holds (`holdId` is the asker's own hold).
	 */
	by: 'professional' | { holdId: string | null };
}

export interface FreeTimes {
	memberId: string;
	timeZone: string;
	/** Whether a client may start a visit then, apart from what is taken: in milliseconds since 1970. */
	bookable: Interval;
	/** Milliseconds since 1970, in order. */
	starts: number[];
}

/**
 * When visits can start, in the order of `of`: one SQL statement, however many professionals and days.
 * @throws SamtalError `NOT_FOUND` when one of them is not the clinic's
 */
export function createFindFree({ db, ambient }: { db: Pick<Database, 'rows'>; ambient: Pick<Ambient, 'now'> }) {
	return async ({ clinicId, of, resourceIds = [], first, days, by }: FreeSearch): Promise<FreeTimes[]> => {
		const now = ambient.now();
		// Clocks are at most 14 hours from UTC; buffers and visits reach further.
		const from = new Date(first.toZonedDateTime('UTC').epochMilliseconds - DAY_MS);
		const to = new Date(from.getTime() + (days + 3) * DAY_MS);
		const holds = by === 'professional' ? null : { now, except: by.holdId };
		const calendars = await readCalendars(db, { clinicId, of, resourceIds, from, to, holds });
		return of.map(({ memberId, minutes }, nth) => {
			const calendar = calendars[nth];
			if (calendar === undefined) throw new SamtalError('NOT_FOUND');
			const bookable = by === 'professional' ? { start: now.getTime(), end: Infinity } : periodOf(calendar, now);
			const starts = freeStarts({ ...calendar, bookable, length: minutes * MINUTE_MS, first, days });
			return { memberId, timeZone: calendar.timeZone, bookable, starts };
		});
	};
}
export type FindFree = ReturnType<typeof createFindFree>;

const periodOf = ({ rules, timeZone }: Calendar, now: Date) => bookablePeriod(rules, timeZone, now);
