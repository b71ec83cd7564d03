import type { Statement } from '../../../../shared/contract/statements.ts';
import { openStatements, toStatement } from '../../../../shared/domain/payments/statement.ts';
import type { Currency } from '../../../../shared/contract/scalars.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import { listOpenMoves, type OpenMove } from './moves.ts';

/** One month of one clinic with one collecting clinic in one currency. */
export interface Entry {
	statement: Statement;
	/** Null until the month is over and its statement was closed. */
	closed: { id: string; at: Date } | null;
	/** What it tells, as long as it is not closed; oldest first. */
	moves: OpenMove[];
	/** Nothing came and nothing went back: there to be closed, not to be shown. */
	isEmpty: boolean;
}

interface Party {
	id: string;
	name: string;
	timeZone: string;
}

interface Account {
	clinic: Party;
	collector: Party;
	currency: Currency;
}

type Key = Pick<OpenMove, 'clinicId' | 'collectorId' | 'currency'>;
const keyOf = ({ clinicId, collectorId, currency }: Key) => `${clinicId}/${collectorId}/${currency}`;

/** Of every clinic to which this one is collector or collected; of the same two and currency oldest first. */
export async function readEntries(db: Queryable, clinicId: string, now: Date): Promise<Entry[]> {
	const rows = await listClosed(db, clinicId);
	const moves = await listOpenMoves(db, clinicId);
	const ids = [...rows, ...moves].flatMap((each) => [each.clinicId, each.collectorId]);
	const select = { id: true, name: true, timeZone: true };
	const parties = await db.clinic.findMany({ where: { id: { in: ids } }, select });
	const partyOf = new Map(parties.map((party) => [party.id, party]));
	const closedOf = Map.groupBy(rows, keyOf);
	const movesOf = Map.groupBy(moves, keyOf);
	return [...new Set([...closedOf.keys(), ...movesOf.keys()])].flatMap((key) => {
		const [closed, open] = [closedOf.get(key) ?? [], movesOf.get(key) ?? []];
		const account = closed[0] ?? open[0];
		if (!account) return [];
		const [clinic, collector] = [partyOf.get(account.clinicId), partyOf.get(account.collectorId)];
		return clinic && collector ? entriesOf({ clinic, collector, currency: account.currency }, closed, open, now) : [];
	});
}

const listClosed = (db: Queryable, clinicId: string) =>
	db.statement.findMany({
		where: { OR: [{ clinicId }, { collectorId: clinicId }] },
		include: { _count: { select: { lines: true } } },
		orderBy: { month: 'asc' },
	});

function entriesOf(
	{ clinic, collector, currency }: Account,
	rows: Awaited<ReturnType<typeof listClosed>>,
	open: readonly OpenMove[],
	now: Date,
): Entry[] {
	const parties = {
		...{ clinic: { id: clinic.id, name: clinic.name }, collector: { id: collector.id, name: collector.name } },
		currency,
	};
	const closed = rows.map(({ id, closedAt, month, collectedMinor, carriedMinor, _count }): Entry => {
		const sums = { month, collectedMinor: Number(collectedMinor), carriedMinor: Number(carriedMinor) };
		return {
			statement: { ...parties, ...toStatement(sums), isOver: true },
			...{ closed: { id, at: closedAt }, moves: [], isEmpty: _count.lines === 0 },
		};
	});
	const told = closed.map(({ statement }) => statement);
	const moves = open.map((move) => ({ amountMinor: move.amountMinor, month: monthOn(move.at, clinic.timeZone), move }));
	const thisMonth = monthOn(now, clinic.timeZone);
	return [
		...closed,
		...openStatements(told, moves, thisMonth).map(({ moves: parts, ...statement }) => ({
			statement: { ...parties, ...statement, isOver: statement.month < thisMonth },
			...{ closed: null, moves: parts.map(({ move }) => move), isEmpty: parts.length === 0 },
		})),
	];
}

/** `2026-11` on a clock. */
const monthOn = (at: Date, timeZone: string): string =>
	Temporal.Instant.fromEpochMilliseconds(at.getTime())
		.toZonedDateTimeISO(timeZone)
		.toPlainDate()
		.toPlainYearMonth()
		.toString();
