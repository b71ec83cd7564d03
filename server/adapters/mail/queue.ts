import type { Ambient, LaterMail, Mail, MailQueue, MailStatements, MessageQueue } from '../../features/ports.ts';
import { nothing, sql } from '../prisma/database.ts';

export const mailQueueName = 'mail';
/** Six tries over about an hour, each wait about twice the one before. What a process that died held is taken up again
 * after five minutes, longer than any attempt takes. */
export const mailRetries = { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 300 } as const;

/**
 * Writes the mail or SMS and the job that sends it through the caller's transaction: both leave when it commits, or neither.
 * NOTE: the job is inserted into pg-boss's table, not sent by its API, as it would cost each booking a way to the
 * database of its own. The table's defaults stand for everything that is not said here.
 */
export function createMailQueue({ now }: Ambient): MailQueue & MailStatements & MessageQueue {
	const { retryLimit, retryDelay, retryBackoff, expireInSeconds } = mailRetries;
	const writesOf = (mails: readonly (Mail | LaterMail)[], only = nothing) => sql`
		message AS (
			INSERT INTO "Message" ("id", "clinicId", "channel", "to", "subject", "text", "buttons", "attachments", "letter",
				"createdAt", "expiresAt")
			SELECT coalesce(m."id", gen_random_uuid()), m."clinicId", coalesce(m."channel", 'EMAIL')::"MessageChannel",
				m."to", coalesce(m."subject", ''), coalesce(m."text", ''), coalesce(m."buttons", '[]'), coalesce(m."attachments", '[]'),
				m."letter", ${now()}, m."expiresAt"
			FROM json_to_recordset(${JSON.stringify(mails)}::json) AS m("id" uuid, "clinicId" uuid, "channel" text, "to" text,
				"subject" text, "text" text, "buttons" jsonb, "attachments" jsonb, "letter" jsonb, "expiresAt" timestamptz, "causeId" uuid)
			${only}
			RETURNING "id"
		),
		job AS (
			INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_seconds)
			SELECT ${mailQueueName}, jsonb_build_object('messageId', "id"), ${retryLimit}, ${retryDelay}, ${retryBackoff},
				${expireInSeconds}
			FROM message
		)`;
	return {
		writesOf,
		async enqueue(tx, mail) {
			await tx.$executeRaw`WITH ${writesOf([mail])} SELECT`;
		},
		async enqueueAll(tx, messages) {
			await tx.$executeRaw`WITH ${writesOf(messages)} SELECT`;
		},
	};
}
