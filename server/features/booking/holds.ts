import type { Database } from '../../adapters/prisma/database.ts';

/** Long enough to fill in the form. */
const HOLD_MS = 10 * 60_000;

interface Held {
	holdId: string;
	memberId: string;
	startsAt: Date;
	endsAt: Date;
}

/** Holds this time for the tab, instead of what it held before, and forgets what has expired. */
export async function hold(db: Database, now: Date, { holdId: id, ...held }: Held): Promise<Date> {
	const expiresAt = new Date(now.getTime() + HOLD_MS);
	await db.slotHold.deleteMany({ where: { expiresAt: { lte: now } } });
	await db.slotHold.upsert({
		where: { id },
		create: { ...{ id, expiresAt }, ...held },
		update: { ...held, expiresAt },
	});
	return expiresAt;
}

export async function release(db: Database, holdId: string): Promise<void> {
	await db.slotHold.deleteMany({ where: { id: holdId } });
}
