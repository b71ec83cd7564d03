import type { Queryable } from '../../../adapters/prisma/database.ts';
import { lineOrder } from '../../waitingLine.ts';
import type { CancelDeps } from '../cancel.ts';
import type { VisitToTell } from '../mails.ts';
import { readBy, type VisitWithPeople } from '../visits.ts';
import { waitingChangedMail } from './waiting-mail.ts';

/** Nobody waits any more for visits that do not take place. In the caller's transaction. */
export async function endWaiting(
	deps: CancelDeps,
	tx: Queryable,
	visits: readonly VisitWithPeople[],
	{ notify }: { notify: boolean },
): Promise<void> {
	if (notify) await tellWaiting(deps, tx, 'waitingEnded', visits);
	await tx.waitingListEntry.deleteMany({ where: { appointmentId: { in: visits.map(({ id }) => id) } } });
}

/** Tells who waits for a place what becomes of the visits, each in one mail. */
export async function tellWaiting(
	{ links, mail, translate }: CancelDeps,
	tx: Queryable,
	what: 'waitingEnded' | 'waitingMoved',
	visits: readonly VisitWithPeople[],
): Promise<void> {
	const entries = await tx.waitingListEntry.findMany({
		where: { appointmentId: { in: visits.map(({ id }) => id) } },
		include: { client: true },
		orderBy: [...lineOrder],
	});
	const letters = new Map<string, VisitToTell[]>();
	for (const visit of visits) {
		for (const { client } of entries.filter(({ appointmentId }) => appointmentId === visit.id)) {
			const told = readBy(visit, client);
			if (told !== null) letters.set(client.id, [...(letters.get(client.id) ?? []), told]);
		}
	}
	for (const told of letters.values()) {
		const letter = waitingChangedMail(what, told, links.ownPage, translate);
		if (letter !== null) await mail.enqueue(tx, letter);
	}
}
