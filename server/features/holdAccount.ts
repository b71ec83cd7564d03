import type { Queryable } from '../adapters/prisma/database.ts';

/**
 * For whoever asks for money: whoever disconnects the clinic's account meanwhile counts the requests of this transaction,
 * or makes it find no account.
 */
export async function holdAccount(tx: Queryable, clinicId: string): Promise<void> {
	await tx.$queryRaw`SELECT 1 FROM "Clinic" WHERE "id" = ${clinicId}::uuid FOR SHARE`;
}
