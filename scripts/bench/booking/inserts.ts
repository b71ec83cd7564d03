import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Bench } from './bench.ts';
import { perSecond } from '../in-parallel.ts';

const INSERT = `INSERT INTO "Appointment"
	("id", "clinicId", "professionalId", "serviceId", "officeId", "startsAt", "endsAt", "amountMinor", "currency", "createdAt")
	VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 'ISK', now())`;
/** Years before anything that is booked over HTTP. */
const LONG_AGO = Date.UTC(2000, 0, 1);

/** Inserts `count` visits that do not overlap, without anything around it. Answers with rows per second. */
export type BareInserts = (count: number) => Promise<number>;

/** Opens `connections` to the database, which stay open until the bench ends, as the application's do. */
export async function openBareInserts(bench: Bench, connections: number): Promise<BareInserts & AsyncDisposable> {
	const { clinicId, serviceId, officeId, minutes } = bench.clinic;
	const pool = new pg.Pool({ connectionString: bench.databaseUrl, max: connections, idleTimeoutMillis: 0 });
	let rowsUsed = 0;
	const insert = (count: number) => {
		const first = rowsUsed;
		rowsUsed += count;
		return perSecond(count, connections, async (index) => {
			const row = first + index;
			const professional = bench.professionals[row % bench.professionals.length];
			const start = LONG_AGO + Math.floor(row / bench.professionals.length) * minutes * 60_000;
			const times = [new Date(start), new Date(start + minutes * 60_000)];
			const values = [randomUUID(), clinicId, professional?.id, serviceId, officeId, ...times];
			await pool.query({ name: 'insert', text: INSERT, values });
		});
	};
	return Object.assign(insert, { [Symbol.asyncDispose]: () => pool.end() });
}
