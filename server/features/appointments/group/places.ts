import type { CancelReason } from '../../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { BookingDeps } from '../book.ts';
import { assertNoShowBegan } from '../cancel.ts';
import { placeCancelledMail, placeFreeMail } from '../mails.ts';
import { comingClients, readVisit, toTellOne, type VisitWithPeople } from '../visits.ts';
import { lineOrder } from '../../waitingLine.ts';
import { elsewhere } from './comers.ts';
import { lockGroups } from './lock-groups.ts';

export type PlaceDeps = Pick<BookingDeps, 'ambient' | 'links' | 'mail' | 'translate'>;

/** How many more clients the visit takes. The caller holds the group. */
export const placesLeft = (visit: VisitWithPeople): number => visit.service.capacity - comingClients(visit).length;

interface Comer {
	clientId: string;
	name: string;
	/** Null for the visit's price. */
	amountMinor?: number | null;
	/** The version of the clinic's terms, where the client agreed to it when they asked. */
	acceptedTerms?: string | null;
	acceptedTermsAt?: Date | null;
}

/** Writes a client into the visit, and takes them off its waiting list. The caller holds the group and has looked. */
export async function givePlace(
	tx: Queryable,
	{ ambient }: Pick<PlaceDeps, 'ambient'>,
	{ id: appointmentId, clinicId, startsAt, endsAt, status }: VisitWithPeople,
	{ clientId, name, amountMinor = null, ...consent }: Comer,
): Promise<void> {
	await tx.attendee.create({
		data: {
			...{ id: ambient.newId(), clinicId, appointmentId, startsAt, endsAt, status, kind: 'CLIENT', clientId, name },
			...{ amountMinor, ...consent, addedAt: ambient.now() },
		},
	});
	await tx.waitingListEntry.deleteMany({ where: { appointmentId, clientId } });
}

/**
 * Gives the free places of a visit to those who wait for one, in order, and tells them; somebody who is at another visit
 * then goes on waiting. Not once it began. The caller holds the group.
 */
export async function fillPlaces(deps: PlaceDeps, tx: Queryable, id: string): Promise<void> {
	const visit = await readVisit(tx, { id });
	const now = deps.ambient.now();
	let free = placesLeft(visit);
	if (visit.status !== 'PLANNED' || visit.startsAt <= now || free <= 0) return;
	const waiting = await tx.waitingListEntry.findMany({
		where: { appointmentId: id },
		include: { client: true },
		orderBy: [...lineOrder],
	});
	for (const { client, acceptedTerms, acceptedTermsAt } of waiting) {
		if (free === 0) break;
		if ((await elsewhere(tx, client, visit)).length > 0) continue;
		await givePlace(tx, deps, visit, { clientId: client.id, name: client.name, acceptedTerms, acceptedTermsAt });
		await tellPlace(deps, tx, { id, clientId: client.id }, placeFreeMail);
		free -= 1;
	}
}

/** Tells a client of the place that they now have. */
export async function tellPlace(
	{ ambient, links, mail, translate }: PlaceDeps,
	tx: Queryable,
	{ id, clientId }: { id: string; clientId: string },
	letter: typeof placeFreeMail,
): Promise<void> {
	const visit = await readVisit(tx, { id });
	const coming = comingClients(visit).find(({ client }) => client.id === clientId);
	const told = coming === undefined ? null : toTellOne(visit, coming, links);
	if (told !== null) await mail.enqueue(tx, letter(told.visit, told.links, translate, ambient.now()));
}

/** Where managers make room: all planned visits of a service that somebody waits for. In the caller's transaction. */
export async function fillService(deps: PlaceDeps, tx: Queryable, serviceId: string): Promise<void> {
	const visits = await tx.appointment.findMany({
		where: { serviceId, status: 'PLANNED', startsAt: { gt: deps.ambient.now() }, waitingList: { some: {} } },
		select: { id: true, serviceId: true, professionalId: true },
	});
	if (visits.length === 0) return;
	await lockGroups(tx, visits);
	for (const { id } of visits) await fillPlaces(deps, tx, id);
}

/**
 * One does not come: the visit goes on, and the first who waits moves up. One who was cancelled stays as they are.
 * The caller holds the group.
 * @throws SamtalError `NOT_FOUND`, `VISIT_CANCELLED`; `VISIT_BEGAN` but for a no-show, which is `VALIDATION` before
 */
export async function cancelPlace(
	deps: PlaceDeps,
	tx: Queryable,
	visit: VisitWithPeople,
	{ attendeeId, reason, notify }: { attendeeId: string; reason: CancelReason; notify: boolean },
): Promise<void> {
	const attendee = visit.attendees.find(({ id }) => id === attendeeId);
	if (attendee === undefined) throw new SamtalError('NOT_FOUND');
	if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
	if (attendee.cancelledAt !== null) return;
	const now = deps.ambient.now();
	if (visit.status !== 'PLANNED' && reason !== 'NO_SHOW') throw new SamtalError('VISIT_BEGAN');
	assertNoShowBegan(reason, [visit], now);
	await tx.attendee.update({ where: { id: attendeeId }, data: { cancelledAt: now, cancelReason: reason } });
	await tx.appointment.update({ where: { id: visit.id }, data: { sequence: { increment: 1 } } });
	const coming = comingClients(visit).find((each) => each.attendee.id === attendeeId);
	const after = { ...visit, sequence: visit.sequence + 1 };
	const told = coming === undefined || !notify ? null : toTellOne(after, coming, deps.links);
	if (told !== null) await deps.mail.enqueue(tx, placeCancelledMail(told.visit, deps.translate, now));
	await fillPlaces(deps, tx, visit.id);
}
