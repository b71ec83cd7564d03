import type { JobResult, JobWithMetadata } from 'pg-boss';
import { z } from 'zod';
import type { Ambient, MakeFile, MakeLetter } from '../../features/ports.ts';
import type { Jobs } from '../jobs.ts';
import { inBatches } from '../prisma/batches.ts';
import { sql, type Database } from '../prisma/database.ts';
import type { Message, MessageStatus } from '../prisma/generated/client.ts';
import { filesOf } from './attachments.ts';
import { letterOf } from './letter.ts';
import { mailQueueName, mailRetries } from './queue.ts';
import type { SendMessage } from './transport.ts';

export interface MailWorkerDeps {
	db: Database;
	jobs: Jobs;
	ambient: Ambient;
	send: { readonly EMAIL: SendMessage; readonly SMS: SendMessage };
	makeFile: MakeFile;
	makeLetter: MakeLetter;
}

/** What became of a message. */
interface Mark {
	id: string;
	status: MessageStatus;
	sentAt: Date | null;
}
type SendDeps = MailWorkerDeps & { note: (mark: Mark) => Promise<undefined> };

const keptButtons = z.array(z.object({ link: z.string(), label: z.string() }));
const jobData = z.object({ messageId: z.uuid() });
const polling = {
	// Polling, not NOTIFY: transactions that notify commit one after another, and would slow every booking.
	pollingIntervalSeconds: 0.5,
	// At most a hundred messages a second: what a relay takes, and what people wait for comes first.
	batchSize: 50,
	perJobResults: true,
	includeMetadata: true,
} as const;

/** Sends what the queue holds, mails and SMS. A refusal is tried again later; after the last one the message stays as FAILED. */
export async function startMailWorker(deps: MailWorkerDeps): Promise<void> {
	await deps.jobs.createQueue(mailQueueName, mailRetries);
	// Those that an outbox takes in one moment are noted in one statement.
	const note = inBatches((marks: Mark[]) => noteAll(deps.db, marks), { atOnce: 2 });
	await deps.jobs.work(mailQueueName, polling, (batch: JobWithMetadata[]) => sendBatch({ ...deps, note }, batch));
}

async function sendBatch(deps: SendDeps, batch: JobWithMetadata[]): Promise<JobResult[]> {
	const jobs = batch.map((job) => ({ ...job, messageId: jobData.parse(job.data).messageId }));
	const messages = await deps.db.message.findMany({
		where: { id: { in: jobs.map(({ messageId }) => messageId) }, status: { in: ['QUEUED', 'FAILED'] } },
	});
	const byId = new Map(messages.map((message) => [message.id, message]));
	return Promise.all(
		jobs.map(async ({ id, messageId, retryCount, retryLimit }): Promise<JobResult> => {
			const message = byId.get(messageId);
			const reason = message && (await sendOne(deps, message, retryCount > 0));
			if (!reason) return { id, status: 'completed' };
			if (retryCount >= retryLimit) await deps.note({ id: messageId, status: 'FAILED', sentAt: null });
			return { id, status: 'failed', output: { reason } };
		}),
	);
}

/** Each is noted as sent by itself and at once, so that a process that ends leaves few of which nobody knows. */
async function sendOne(
	{ ambient, send, makeFile, makeLetter, note }: SendDeps,
	message: Message,
	again: boolean,
): Promise<string | undefined> {
	if (message.expiresAt !== null && message.expiresAt <= ambient.now()) {
		await note({ id: message.id, status: 'WITHDRAWN', sentAt: null });
		return undefined;
	}
	try {
		const letter = letterOf(message, makeLetter);
		const attachments = await filesOf(letter.attachments, makeFile);
		const buttons = keptButtons.parse(letter.buttons);
		await send[message.channel]({ ...message, ...letter, buttons, attachments }, again);
	} catch (error) {
		return error instanceof Error ? error.name : 'unknown';
	}
	await note({ id: message.id, status: 'SENT', sentAt: ambient.now() });
	return undefined;
}

async function noteAll(db: Database, marks: Mark[]): Promise<undefined[]> {
	await db.rows(sql`
		UPDATE "Message" m SET "status" = n."status"::"MessageStatus", "sentAt" = n."sentAt"
		FROM json_to_recordset(${JSON.stringify(marks)}::json) AS n("id" uuid, "status" text, "sentAt" timestamptz)
		WHERE m."id" = n."id"`);
	return marks.map(() => undefined);
}
