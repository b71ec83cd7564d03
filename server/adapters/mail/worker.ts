import type { JobResult, JobWithMetadata } from 'pg-boss';
import { z } from 'zod';
import type { Ambient, Attachment } from '../../features/ports.ts';
import type { Jobs } from '../jobs.ts';
import type { Database } from '../prisma/database.ts';
import { mailQueueName, mailRetries } from './queue.ts';
import type { SendMail } from './transport.ts';

export interface MailWorkerDeps {
	db: Database;
	jobs: Jobs;
	ambient: Ambient;
	send: SendMail;
}

const jobData = z.object({ messageId: z.uuid() });
const attachments: z.ZodType<Attachment[]> = z.array(
	z.object({ filename: z.string(), contentType: z.string(), content: z.string() }),
);
const polling = {
	// Polling, not NOTIFY: transactions that notify commit one after another, and would slow every booking.
	pollingIntervalSeconds: 0.5,
	// At most a hundred mails a second: what a relay takes, and what people wait for comes first.
	batchSize: 50,
	perJobResults: true,
	includeMetadata: true,
} as const;

/** Sends what the mail queue holds. A refusal is tried again later; after the last one the message stays as FAILED. */
export async function startMailWorker(deps: MailWorkerDeps): Promise<void> {
	await deps.jobs.createQueue(mailQueueName, mailRetries);
	await deps.jobs.work(mailQueueName, polling, (batch: JobWithMetadata[]) => sendBatch(deps, batch));
}

async function sendBatch({ db, ambient, send }: MailWorkerDeps, batch: JobWithMetadata[]): Promise<JobResult[]> {
	const jobs = batch.map((job) => ({ ...job, messageId: jobData.parse(job.data).messageId }));
	const messages = await db.message.findMany({
		where: { id: { in: jobs.map(({ messageId }) => messageId) }, status: { not: 'SENT' } },
	});
	const outcomes = await Promise.all(
		messages.map(async (message) => {
			try {
				await send({ ...message, attachments: attachments.parse(message.attachments) });
				return { id: message.id, failure: null };
			} catch (error) {
				return { id: message.id, failure: error instanceof Error ? error.name : 'unknown' };
			}
		}),
	);
	const failures = new Map(outcomes.flatMap(({ id, failure }) => (failure === null ? [] : [[id, failure] as const])));
	const given = jobs.filter(
		({ messageId, retryCount, retryLimit }) => failures.has(messageId) && retryCount >= retryLimit,
	);
	const sent = outcomes.filter(({ failure }) => failure === null).map(({ id }) => id);
	await mark(db, sent, { status: 'SENT', sentAt: ambient.now() });
	await mark(
		db,
		given.map(({ messageId }) => messageId),
		{ status: 'FAILED' },
	);
	return jobs.map(({ id, messageId }) => {
		const reason = failures.get(messageId);
		return reason === undefined ? { id, status: 'completed' } : { id, status: 'failed', output: { reason } };
	});
}

async function mark(db: Database, ids: string[], data: { status: 'SENT' | 'FAILED'; sentAt?: Date }): Promise<void> {
	if (ids.length > 0) await db.message.updateMany({ where: { id: { in: ids } }, data });
}
