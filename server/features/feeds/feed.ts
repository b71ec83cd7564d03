import { createHash, randomBytes } from 'node:crypto';
import type { FeedNames } from '../../../shared/contract/feeds.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { initialsOf } from '../../../shared/domain/initials.ts';
import { calendarFeed, type FeedEntry } from '../../adapters/calendar-feed.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Ambient } from '../ports.ts';

export interface FeedDeps {
	db: Database;
	ambient: Ambient;
	/** The public origin, without a slash at the end. */
	origin: string;
}

const secretBytes = 32;
const monthsBack = 3;
const monthsAhead = 12;
const readAgainSeconds = 15 * 60;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

/** The professional's secret address, and what is read there. */
export function createFeed({ db, ambient, origin }: FeedDeps) {
	return {
		/** The address before this one is worth nothing from now on. */
		async renew(memberId: string, names: FeedNames): Promise<{ address: string }> {
			const secret = randomBytes(secretBytes).toString('base64url');
			const feed = { secretHash: hashOf(secret), names, createdAt: ambient.now() };
			await db.calendarFeed.upsert({ where: { memberId }, create: { memberId, ...feed }, update: feed });
			return { address: `${origin}/calendar/${secret}.ics` };
		},

		/** @throws SamtalError `NOT_FOUND` */
		async change(memberId: string, names: FeedNames): Promise<void> {
			const { count } = await db.calendarFeed.updateMany({ where: { memberId }, data: { names } });
			if (count === 0) throw new SamtalError('NOT_FOUND');
		},

		async end(memberId: string): Promise<void> {
			await db.calendarFeed.deleteMany({ where: { memberId } });
		},

		/** The file behind an address; undefined where there is none. */
		async read(secret: string): Promise<string | undefined> {
			const feed = await db.calendarFeed.findUnique({
				where: { secretHash: hashOf(secret) },
				include: { member: { select: { name: true, clinic: { select: { name: true, timeZone: true } } } } },
			});
			if (feed === null) return undefined;
			const entries = await visitsOf(db, feed.memberId, feed.names, spanAround(ambient.now()));
			return calendarFeed(`${feed.member.name} · ${feed.member.clinic.name}`, entries, readAgainSeconds);
		},
	};
}

function spanAround(now: Date) {
	const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').startOfDay();
	return {
		gte: new Date(today.subtract({ months: monthsBack }).epochMilliseconds),
		lt: new Date(today.add({ months: monthsAhead }).epochMilliseconds),
	};
}

async function visitsOf(
	db: Database,
	professionalId: string,
	names: FeedNames,
	startsAt: { gte: Date; lt: Date },
): Promise<FeedEntry[]> {
	const visits = await db.appointment.findMany({
		where: { professionalId, startsAt },
		orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
		include: {
			service: { select: { name: true } },
			office: { select: { name: true } },
			// The newest changes nothing of who comes: guests of a call are not in the calendar.
			attendees: { where: { kind: 'CLIENT', cancelledAt: null }, orderBy: { id: 'asc' }, select: { name: true } },
		},
	});
	return visits.map(({ id, sequence, status, cancelledAt, createdAt, service, office, attendees, ...times }) => ({
		...{ uid: `${id}@samtal`, sequence, cancelled: status === 'CANCELLED', stamp: cancelledAt ?? createdAt },
		...{ startsAt: times.startsAt, endsAt: times.endsAt, location: office.name },
		summary: summaryOf(service.name, attendees, names),
	}));
}

function summaryOf(service: string, attendees: readonly { name: string }[], names: FeedNames): string {
	if (names === 'NONE' || attendees.length === 0) return service;
	const shown = attendees.map(({ name }) => (names === 'FULL' ? name : initialsOf(name)));
	return `${service} · ${shown.join(', ')}`;
}
