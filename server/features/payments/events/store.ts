import { z } from 'zod';
import { inBatches } from '../../../adapters/prisma/batches.ts';
import { sql } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';
import type { ProviderEvent } from '../ports.ts';

const stored = z.array(z.object({ id: z.string() }));

/**
 * Keeps webhooks as they came, before anything is done with them; those that come at the same moment in one statement.
 * Answers with whether it is new: one that came before is left as it is.
 */
export const createEventStore = ({ database, now }: Pick<PaymentDeps, 'database' | 'now'>) =>
	inBatches(
		async (events: ProviderEvent[]): Promise<boolean[]> => {
			const rows = JSON.stringify(events.map(({ id, type, account, body }) => ({ id, type, account, body })));
			const answer = await database.rows(sql`
				INSERT INTO "StripeEvent" ("id", "type", "account", "payload", "receivedAt")
				SELECT e."id", e."type", e."account", e."body"::jsonb, ${now()}
				FROM json_to_recordset(${rows}::json) AS e("id" text, "type" text, "account" text, "body" text)
				ON CONFLICT DO NOTHING
				RETURNING "id"`);
			const fresh = new Set(stored.parse(answer).map(({ id }) => id));
			// Of two copies in one batch the first one is the new one.
			return events.map(({ id }) => fresh.delete(id));
		},
		{ atOnce: 2 },
	);
