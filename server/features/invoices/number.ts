import { z } from 'zod';
import type { NumberedKind } from '../../adapters/prisma/generated/enums.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';

const given = z.tuple([z.object({ last: z.number().int() })]);

/**
 * The next number of a clinic's year, from 1. Its row stays locked until `tx` ends, so that the next one waits, and a
 * transaction that fails gives its number back: no sequence of PostgreSQL does that. To be taken as late as can be.
 */
export async function takeNumber(tx: Queryable, clinicId: string, kind: NumberedKind, year: number): Promise<number> {
	const rows = await tx.$queryRaw`
		INSERT INTO "InvoiceCounter" AS c ("clinicId", "kind", "year", "last")
		VALUES (${clinicId}::uuid, ${kind}::"NumberedKind", ${year}, 1)
		ON CONFLICT ("clinicId", "kind", "year") DO UPDATE SET "last" = c."last" + 1
		RETURNING "last"`;
	const [{ last }] = given.parse(rows);
	return last;
}
