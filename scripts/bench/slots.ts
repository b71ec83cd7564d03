// Free times of 50 professionals on 90 days beside 10,000 visits, against the bare reading of the same rows.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startDatabase } from '../../server/adapters/postgres/database.ts';
import { openDatabase } from '../../server/adapters/prisma/database.ts';
import { createFindFree } from '../../server/features/availability/findFree.ts';
import { fillClinic, type SlotsClinic } from './slots/clinic.ts';

const DAYS = 90;
const WARM_UP = 20;
const ROUNDS = 100;
/** Clocks change in Europe, America and Australia meanwhile. */
const first = Temporal.PlainDate.from('2026-08-10');
const now = new Date('2026-08-10T00:00:00Z');

const say = (line: string) => process.stdout.write(`${line}\n`);
const percentile = (values: number[], share: number): number =>
	values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const rounded = (value: number) => Number(value.toFixed(2));

async function timed(task: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await task();
	return performance.now() - start;
}

/** The rows that a search needs, as anybody would select them, one statement for each table. */
function bareReads(url: string, { memberIds }: SlotsClinic) {
	const pool = new pg.Pool({ connectionString: url, max: 1 });
	const period = [first.toString(), first.add({ days: DAYS }).toString()];
	const within = '"startsAt" < $3 AND "endsAt" > $2';
	const statements = [
		[
			`SELECT "professionalId", "startsAt", "endsAt" FROM "Appointment" WHERE "professionalId" = ANY($1) AND "status" <> 'CANCELLED' AND ${within}`,
			period,
		],
		[`SELECT "memberId", "startsAt", "endsAt" FROM "Block" WHERE "memberId" = ANY($1) AND ${within}`, period],
		['SELECT * FROM "ScheduleException" WHERE "memberId" = ANY($1) AND "date" BETWEEN $2 AND $3', period],
		['SELECT * FROM "WorkingHours" WHERE "memberId" = ANY($1)', []],
		['SELECT * FROM "BookingRules" WHERE "memberId" = ANY($1)', []],
	] as const;
	const read = async () => {
		for (const [nth, [text, more]] of statements.entries()) {
			await pool.query({ name: `bare_${nth}`, text, values: [memberIds, ...more] });
		}
	};
	return { read, end: () => pool.end() };
}

/**
 * Prints one line of JSON at the end: `queries` a search makes, its time in the process, `ratio` of its median to that
 * of the bare reading, and `naive`, the same search one professional after the other.
 */
async function main(): Promise<void> {
	await using ending = new AsyncDisposableStack();
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'samtal-bench-'));
	chmodSync(dataDir, 0o711);
	ending.defer(() => rmSync(dataDir, { recursive: true, force: true }));
	const { url, stop } = await startDatabase({ dataDir, databaseUrl: undefined });
	ending.defer(stop);
	const db = openDatabase(url);
	ending.defer(() => db.$disconnect());
	const clinic = await fillClinic(db, { professionals: 50, days: DAYS, visits: 10_000, first });
	const bare = bareReads(url, clinic);
	ending.defer(bare.end);

	let queries = 0;
	const counted: Pick<typeof db, 'rows'> = {
		rows: (statement) => {
			queries += 1;
			return db.rows(statement);
		},
	};
	const findFree = createFindFree({ db: counted, ambient: { now: () => now } });
	const { clinicId, officeId, memberIds } = clinic;
	const everybody = memberIds.map((memberId) => ({ memberId, officeId, minutes: 50 }));
	const search = (of: typeof everybody) => findFree({ clinicId, of, first, days: DAYS, by: { holdId: null } });

	const found = await search(everybody);
	const perSearch = queries;
	say(`${found.reduce((sum, { starts }) => sum + starts.length, 0)} free times of ${found.length} professionals`);

	const [whole, rows, naive]: [number[], number[], number[]] = [[], [], []];
	for (let round = -WARM_UP; round < ROUNDS; round += 1) {
		// In turns, so that a slow moment of the machine meets all.
		const one = await timed(() => search(everybody));
		const other = await timed(bare.read);
		if (round >= 0) {
			whole.push(one);
			rows.push(other);
		}
		if (round >= 0 && round % 10 === 0) {
			naive.push(
				await timed(async () => {
					for (const each of everybody) await search([each]);
				}),
			);
		}
	}
	say(`bare reading: p50 ${rounded(percentile(rows, 0.5))} ms`);
	say(
		JSON.stringify({
			...{ queries: perSearch, p50Ms: rounded(percentile(whole, 0.5)), p95Ms: rounded(percentile(whole, 0.95)) },
			ratio: rounded(percentile(whole, 0.5) / percentile(rows, 0.5)),
			naive: { queries: perSearch * everybody.length, p50Ms: rounded(percentile(naive, 0.5)) },
		}),
	);
}

await main();
