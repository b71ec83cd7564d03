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

/**
 * Runs `work` now and then as `cron` says, on one of the servers of this database. An error is the queue's, and the next
 * time comes all the same. Work must bear to run twice at once: a run that takes too long is not waited for.
 */
export async function startRoutine(
	jobs: Jobs,
	{ name, cron }: { name: string; cron: string },
	work: () => Promise<unknown>,
): Promise<void> {
	// `short`: of runs that wait for a server there is one, however long none was there.
	await jobs.createQueue(name, { policy: 'short', retryLimit: 0 });
	await jobs.work(name, work);
	await jobs.schedule(name, cron);
	await jobs.send(name);
}
