import { z } from 'zod';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type * as contract from '../../../shared/contract/feeds.ts';
import type { ExpandCalendar } from '../../adapters/external-calendar/expand.ts';
import { parseAddress, type FetchCalendar, type Version } from '../../adapters/external-calendar/fetchCalendar.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { ExternalCalendar as Row } from '../../adapters/prisma/generated/client.ts';
import type { Ambient } from '../ports.ts';

export interface ExternalDeps {
	db: Database;
	ambient: Ambient;
	fetchCalendar: FetchCalendar;
	expand: ExpandCalendar;
}

const dayMs = 86_400_000;
/** Longer than clients can book ahead by default, and than a year. */
const horizonDays = 400;
const mostCalendars = 10;
/** A file that never changes is expanded again all the same: its repetitions reach on with the days. */
const expansionAgeMs = dayMs;
const readEveryMs = 15 * 60_000;
const atOnce = 4;

const failure = z.enum(['CALENDAR_ADDRESS', 'CALENDAR_UNREACHABLE', 'CALENDAR_MALFORMED', 'CALENDAR_TOO_LARGE']);
const failureOf = (error: unknown) => failure.safeParse(error instanceof SamtalError ? error.code : undefined).data;

/** What a professional's other calendars say: `ExternalBusy` is kept as they are. */
export function createExternalCalendars({ db, ambient, fetchCalendar, expand }: ExternalDeps) {
	/** @returns null when it still is the version that is known */
	async function load(memberId: string, url: string, known: Version | null) {
		const fetched = await fetchCalendar(url, known);
		if (!fetched.changed) return null;
		const { timeZone } = await db.member.findUniqueOrThrow({ where: { id: memberId }, select: { timeZone: true } });
		const now = ambient.now().getTime();
		const period = { timeZone, from: now - dayMs, until: now + horizonDays * dayMs };
		const busy = await expand(fetched.file, period);
		return { busy, etag: fetched.etag, lastModified: fetched.lastModified };
	}

	/** Reads one and takes over what it says. An error is noted, and what is known of it stays. */
	async function refresh(row: Row): Promise<void> {
		const checkedAt = ambient.now();
		const isFresh = row.errorCode === null && checkedAt.getTime() - row.expandedAt.getTime() < expansionAgeMs;
		try {
			const loaded = await load(row.memberId, row.url, isFresh ? row : null);
			if (loaded === null) {
				await db.externalCalendar.updateMany({ where: { id: row.id }, data: { checkedAt } });
				return;
			}
			const { busy, ...version } = loaded;
			await db.$transaction(async (tx) => {
				const data = { ...version, checkedAt, expandedAt: checkedAt, errorCode: null };
				// Locks the row: of two reads at once, one after the other replaces all. None is left where it was removed.
				const { count } = await tx.externalCalendar.updateMany({ where: { id: row.id }, data });
				if (count === 0) return;
				await tx.externalBusy.deleteMany({ where: { calendarId: row.id } });
				await tx.externalBusy.createMany({ data: busy.map((each) => busyRow(row, each)) });
			});
		} catch (error) {
			const errorCode = failureOf(error);
			if (errorCode === undefined) throw error;
			await db.externalCalendar.updateMany({ where: { id: row.id }, data: { checkedAt, errorCode } });
		}
	}

	async function find(memberId: string, id: string): Promise<Row> {
		const row = await db.externalCalendar.findFirst({ where: { id, memberId } });
		if (row === null) throw new SamtalError('NOT_FOUND');
		return row;
	}

	async function list(memberId: string, id?: string): Promise<contract.ExternalCalendar[]> {
		const rows = await db.externalCalendar.findMany({
			where: { memberId, ...(id !== undefined && { id }) },
			orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
			include: { _count: { select: { busy: { where: { endsAt: { gt: ambient.now() } } } } } },
		});
		return rows.map(({ id: calendarId, name, url, checkedAt, errorCode, _count }) => ({
			...{ id: calendarId, name, host: new URL(url).host, checkedAt: checkedAt.toISOString() },
			...{ error: failure.nullable().parse(errorCode), busyTimes: _count.busy },
		}));
	}

	async function one(memberId: string, id: string): Promise<contract.ExternalCalendar> {
		const [calendar] = await list(memberId, id);
		if (calendar === undefined) throw new SamtalError('NOT_FOUND');
		return calendar;
	}

	return {
		list: (memberId: string) => list(memberId),

		/** @throws SamtalError what is wrong with it, or `CALENDAR_LIMIT` */
		async add(memberId: string, name: string, address: string): Promise<contract.ExternalCalendar> {
			const url = parseAddress(address).href;
			if ((await db.externalCalendar.count({ where: { memberId } })) >= mostCalendars) {
				throw new SamtalError('CALENDAR_LIMIT');
			}
			const loaded = await load(memberId, url, null);
			if (loaded === null) throw new SamtalError('CALENDAR_UNREACHABLE');
			const { busy, ...version } = loaded;
			const now = ambient.now();
			const times = { createdAt: now, checkedAt: now, expandedAt: now };
			const row = { id: ambient.newId(), memberId, name, url, ...version, ...times };
			await db.$transaction(async (tx) => {
				await tx.externalCalendar.create({ data: row });
				await tx.externalBusy.createMany({ data: busy.map((each) => busyRow(row, each)) });
			});
			return one(memberId, row.id);
		},

		/** @throws SamtalError `NOT_FOUND` */
		async read(memberId: string, id: string): Promise<contract.ExternalCalendar> {
			await refresh(await find(memberId, id));
			return one(memberId, id);
		},

		/** With its busy times. @throws SamtalError `NOT_FOUND` */
		async remove(memberId: string, id: string): Promise<void> {
			await find(memberId, id);
			await db.externalCalendar.deleteMany({ where: { id } });
		},

		/** Reads all that were not read for a quarter of an hour, a few at a time. */
		async readDue(): Promise<void> {
			const before = new Date(ambient.now().getTime() - readEveryMs);
			const due = await db.externalCalendar.findMany({
				where: { checkedAt: { lte: before } },
				orderBy: { checkedAt: 'asc' },
			});
			const queue = due.values();
			const work = async () => {
				for (const row of queue) await refresh(row);
			};
			await Promise.all(Array.from({ length: atOnce }, work));
		},
	};
}

const busyRow = (
	{ id: calendarId, memberId }: { id: string; memberId: string },
	{ startsAt, endsAt }: { startsAt: number; endsAt: number },
) => ({ calendarId, memberId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
