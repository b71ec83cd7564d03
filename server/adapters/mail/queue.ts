import { fromPrisma } from 'pg-boss';
import type { Ambient, MailQueue } from '../../features/ports.ts';
import type { Jobs } from '../jobs.ts';

export const mailQueueName = 'mail';

/** Writes the mail and the job that sends it through `tx`: both leave when the transaction commits, or neither. */
export const createMailQueue = (jobs: Jobs, ambient: Ambient): MailQueue => ({
	async enqueue(tx, mail) {
		const id = ambient.newId();
		const attachments = mail.attachments.map((attachment) => ({ ...attachment }));
		await tx.message.createMany({ data: [{ ...mail, attachments, id, createdAt: ambient.now() }] });
		await jobs.send(mailQueueName, { messageId: id }, { db: fromPrisma(tx) });
	},
});
