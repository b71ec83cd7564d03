import type { Logger } from 'pino';
import { PgBoss } from 'pg-boss';

export type Jobs = PgBoss;

/**
 * Starts the job queue in the schema `pgboss` of the same database, so that a job is written in the transaction that
 * causes it. `stop()` waits for running jobs.
 */
export async function startJobs(url: string, log: Logger): Promise<Jobs> {
	const jobs = new PgBoss({ connectionString: url, max: 4 });
	// The error itself holds the whole connection. What could not be done is tried again by the queue.
	jobs.on('error', (error) => log.error({ error: error.message }, 'job queue'));
	await jobs.start();
	return jobs;
}
