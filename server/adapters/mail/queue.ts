import type { Ambient, MailQueue, MailStatements } from '../../features/ports.ts';
import { sql, type Sql } from '../prisma/database.ts';

export const mailQueueName = 'mail';
/** Six tries over about an hour, each wait about twice the one before. */
export const mailRetries = { retryLimit: 5, retryDelay: 60, retryBackoff: true } as const;

/**
 * Writes the mail and the job that sends it through the caller's transaction: both leave when it commits, or neither.
 * NOTE: the job is inserted into pg-boss's table, not sent by its API, as it would cost each booking a way to the
 * database of its own. The table's defaults stand for everything that is not said here.
 */
export function createMailQueue({ now }: Ambient): MailQueue & MailStatements {
	const { retryLimit, retryDelay, retryBackoff } = mailRetries;
	const writesOf = (mails: Sql) => sql`
		message AS (
			INSERT INTO "Message" ("id", "clinicId", "to", "subject", "text", "html", "attachments", "createdAt")
			SELECT gen_random_uuid(), m."clinicId", m."to", m."subject", m."text", m."html", m."attachments", ${now()}
			FROM (${mails}) AS written("mail"), json_to_record(written."mail") AS m("clinicId" uuid, "to" text,
				"subject" text, "text" text, "html" text, "attachments" jsonb)
			RETURNING "id"
		),
		job AS (
			INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, retry_backoff)
			SELECT ${mailQueueName}, jsonb_build_object('messageId', "id"), ${retryLimit}, ${retryDelay}, ${retryBackoff}
			FROM message
		)`;
	return {
		writesOf,
		async enqueue(tx, mail) {
			await tx.$executeRaw`WITH ${writesOf(sql`SELECT ${JSON.stringify(mail)}::json`)} SELECT`;
		},
	};
}
