import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Bench } from './bench.ts';
import { perSecond } from '../in-parallel.ts';

const INSERT = `INSERT INTO "Appointment"
	("id", "clinicId", "professionalId", "serviceId", "officeId", "startsAt", "endsAt", "amountMinor", "currency", "createdAt")
	VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 'ISK', now())`;
/** Years before anything that is booked over HTTP. */
const LONG_AGO = Date.UTC(2000, 0, 1);
let rowsUsed = 0;

/** Inserts `count` visits that do not overlap, without anything around it. Answers with rows per second. */
export async function bareInserts(bench: Bench, count: number, concurrency: number): Promise<number> {
	const { clinicId, serviceId, officeId, minutes } = bench.clinic;
	const pool = new pg.Pool({ connectionString: bench.databaseUrl, max: concurrency });
	await Promise.all(Array.from({ length: concurrency }, () => pool.query('SELECT pg_sleep(0.05)')));
	const first = rowsUsed;
	rowsUsed += count;
	try {
		return await perSecond(count, concurrency, async (index) => {
			const row = first + index;
			const professional = bench.professionals[row % bench.professionals.length];
			const start = LONG_AGO + Math.floor(row / bench.professionals.length) * minutes * 60_000;
			const times = [new Date(start), new Date(start + minutes * 60_000)];
			const values = [randomUUID(), clinicId, professional?.id, serviceId, officeId, ...times];
			await pool.query({ name: 'insert', text: INSERT, values });
		});
	} finally {
		await pool.end();
	}
}
