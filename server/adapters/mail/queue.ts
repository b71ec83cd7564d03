import type { Ambient, Mail, MailQueue, MailStatements } from '../../features/ports.ts';
import { sql } from '../prisma/database.ts';

export const mailQueueName = 'mail';
/** Six tries over about an hour, each wait about twice the one before. */
export const mailRetries = { retryLimit: 5, retryDelay: 60, retryBackoff: true } as const;

/**
 * Writes the mail and the job that sends it through the caller's transaction: both leave when it commits, or neither.
 * NOTE: the job is inserted into pg-boss's table, not sent by its API, as it would cost each booking a way to the
 * database of its own. The table's defaults stand for everything that is not said here.
 */
export function createMailQueue({ now, newId }: Ambient): MailQueue & MailStatements {
	const writesOf = (mail: Mail) => {
		const id = newId();
		const { clinicId, to, subject, text, html, attachments } = mail;
		const { retryLimit, retryDelay, retryBackoff } = mailRetries;
		return sql`
			message AS (
				INSERT INTO "Message" ("id", "clinicId", "to", "subject", "text", "html", "attachments", "createdAt")
				VALUES (${id}::uuid, ${clinicId}::uuid, ${to}, ${subject}, ${text}, ${html},
					${JSON.stringify(attachments)}::jsonb, ${now()})
			),
			job AS (
				INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, retry_backoff)
				VALUES (${mailQueueName}, jsonb_build_object('messageId', ${id}::text), ${retryLimit}, ${retryDelay}, ${retryBackoff})
			)`;
	};
	return {
		writesOf,
		async enqueue(tx, mail) {
			await tx.$executeRaw`WITH ${writesOf(mail)} SELECT`;
		},
	};
}
