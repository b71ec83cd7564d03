import type { addToWaitingList, takeOffWaitingList, WaitingList } from '../../../../shared/contract/attendees.ts';
import type { RequestOf } from '../../../../shared/contract/route.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { Actor } from '../../../http/actors.ts';
import type { BookingDeps } from '../book.ts';
import { lineOrder } from '../../waitingLine.ts';
import { visitsOf } from '../policy.ts';
import type { Turns } from '../turns.ts';
import { readVisit } from '../visits.ts';
import { assertMayCome, holdGroup } from './attendees.ts';
import { knownIds, readComer } from './comers.ts';
import { fillPlaces } from './places.ts';

/** Who would like to come to a group that is full. Each answers with all who wait, in order. */
export function createWaitingList(deps: BookingDeps, turns: Turns) {
	const { db, ambient } = deps;
	return {
		async list(actor: Actor, appointmentId: string): Promise<WaitingList> {
			const { id } = await readVisit(db, { ...visitsOf(actor), id: appointmentId });
			return readWaiting(db, id);
		},

		/** @throws SamtalError those of `assertMayCome`, `NOT_FOUND` */
		add: (actor: Actor, { params, body }: RequestOf<typeof addToWaitingList>): Promise<WaitingList> =>
			turns.take(async (tx) => {
				const where = { ...visitsOf(actor), id: params.appointmentId };
				const clientIds = knownIds([body.client]);
				const visit = await holdGroup(tx, where, clientIds);
				const now = ambient.now();
				assertMayCome(visit, clientIds, now);
				const { id: clientId } = await readComer(tx, ambient, visit.clinicId, body.client);
				const entry = { clinicId: visit.clinicId, appointmentId: visit.id, clientId, createdAt: now };
				await tx.waitingListEntry.createMany({ data: [entry], skipDuplicates: true });
				await fillPlaces(deps, tx, visit.id);
				return readWaiting(tx, visit.id);
			}),

		remove: (actor: Actor, { params }: RequestOf<typeof takeOffWaitingList>): Promise<WaitingList> =>
			turns.take(async (tx) => {
				const { id: appointmentId } = await holdGroup(tx, { ...visitsOf(actor), id: params.appointmentId });
				await tx.waitingListEntry.deleteMany({ where: { appointmentId, clientId: params.clientId } });
				return readWaiting(tx, appointmentId);
			}),
	};
}

async function readWaiting(tx: Queryable, appointmentId: string): Promise<WaitingList> {
	const entries = await tx.waitingListEntry.findMany({
		where: { appointmentId },
		include: { client: { select: { id: true, name: true } } },
		orderBy: [...lineOrder],
	});
	return entries.map(({ client, createdAt }) => ({ client, since: createdAt.toISOString() }));
}
