import type { Queryable } from '../adapters/prisma/database.ts';

interface Entry {
	appointmentId: string;
	clientId: string;
	createdAt: Date;
}

/** The order in which those who wait move up. */
export const lineOrder = [{ createdAt: 'asc' }, { clientId: 'asc' }] as const;

/** Where somebody stands in the line of those who wait for a place, from 1. */
export async function placeInLine(tx: Queryable, { appointmentId, clientId, createdAt }: Entry): Promise<number> {
	const before = await tx.waitingListEntry.count({
		where: { appointmentId, OR: [{ createdAt: { lt: createdAt } }, { createdAt, clientId: { lt: clientId } }] },
	});
	return before + 1;
}
