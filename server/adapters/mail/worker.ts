import type { JobWithMetadata } from 'pg-boss';
import { z } from 'zod';
import type { Ambient, Attachment, Mail } from '../../features/ports.ts';
import type { Jobs } from '../jobs.ts';
import type { Database } from '../prisma/database.ts';
import { mailQueueName } from './queue.ts';
import type { SendMail } from './transport.ts';

const jobData = z.object({ messageId: z.uuid() });
const attachments: z.ZodType<Attachment[]> = z.array(
	z.object({ filename: z.string(), contentType: z.string(), content: z.string() }),
);

/** Six tries over about an hour, each wait about twice the one before. */
const retries = { retryLimit: 5, retryDelay: 60, retryBackoff: true } as const;

/**
 * Sends what the mail queue holds, each mail once. A refusal is tried again later; after the last one the message stays
 * as FAILED. `queue` overrides how often and how soon it is tried again.
 */
export async function startMailWorker(
	deps: { db: Database; jobs: Jobs; ambient: Ambient; send: SendMail },
	queue: { retryLimit: number; retryDelay: number; retryBackoff: boolean } = retries,
): Promise<void> {
	const { jobs } = deps;
	await jobs.createQueue(mailQueueName, queue);
	await jobs.updateQueue(mailQueueName, queue);
	// Polling, not NOTIFY: a transaction that notifies commits one after another, and would slow every booking.
	const options = { includeMetadata: true, pollingIntervalSeconds: 0.5 } as const;
	await jobs.work(mailQueueName, options, async (batch: JobWithMetadata[]) => {
		for (const job of batch) await sendOne(deps, job);
	});
}

async function sendOne(
	{ db, ambient, send }: { db: Database; ambient: Ambient; send: SendMail },
	job: JobWithMetadata,
) {
	const { messageId } = jobData.parse(job.data);
	const message = await db.message.findUnique({ where: { id: messageId } });
	if (message === null || message.status === 'SENT') return;
	const mail: Mail = { ...message, attachments: attachments.parse(message.attachments) };
	try {
		await send(mail);
	} catch (error) {
		if (job.retryCount >= job.retryLimit) {
			await db.message.update({ where: { id: messageId }, data: { status: 'FAILED' } });
		}
		throw error;
	}
	await db.message.update({ where: { id: messageId }, data: { status: 'SENT', sentAt: ambient.now() } });
}
