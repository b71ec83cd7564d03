import type { addAttendee, cancelAttendee, changeAttendee } from '../../../../shared/contract/attendees.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../../shared/contract/route.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { Prisma } from '../../../adapters/prisma/generated/client.ts';
import type { Actor } from '../../../http/actors.ts';
import type { BookingDeps } from '../book.ts';
import { bookedMail } from '../mails.ts';
import type { SendOut } from '../../ports.ts';
import { visitsOf } from '../policy.ts';
import { assertFree } from '../refusals.ts';
import type { Turns } from '../turns.ts';
import { comingClients, readVisit, type VisitWithPeople } from '../visits.ts';
import { elsewhere, knownIds, readComer } from './comers.ts';
import { lockGroups } from './lock-groups.ts';
import { cancelPlace, givePlace, placesLeft, tellPlace } from './places.ts';

/** Reads the visit and holds its places and these clients until the transaction ends. @throws SamtalError `NOT_FOUND` */
export async function holdGroup(
	tx: Queryable,
	where: Prisma.AppointmentWhereInput,
	clientIds: readonly string[] = [],
): Promise<VisitWithPeople> {
	await lockGroups(tx, [await readVisit(tx, where)], clientIds);
	return readVisit(tx, where);
}

/** @throws SamtalError `VISIT_CANCELLED`; `VISIT_BEGAN` when it is over; `ALREADY_ATTENDING` */
export function assertMayCome(visit: VisitWithPeople, clientIds: readonly string[], now: Date): void {
	if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
	if (visit.status === 'DONE' || visit.endsAt <= now) throw new SamtalError('VISIT_BEGAN');
	if (comingClients(visit).some(({ client }) => clientIds.includes(client.id)))
		throw new SamtalError('ALREADY_ATTENDING');
}

export interface AttendeeDeps extends BookingDeps {
	sendOut: SendOut;
}

/** Who comes to a group, one by one. Each answers with the visit; errors as the contract names them. */
export function createAttendees(deps: AttendeeDeps, turns: Turns) {
	const { ambient, sendOut } = deps;
	return {
		add: (actor: Actor, { params, body }: RequestOf<typeof addAttendee>): Promise<VisitWithPeople> =>
			turns.take(async (tx) => {
				const where = { ...visitsOf(actor), id: params.appointmentId };
				const clientIds = knownIds([body.client]);
				const assertPlace = (seen: VisitWithPeople) => {
					assertMayCome(seen, clientIds, ambient.now());
					if (placesLeft(seen) <= 0) throw new SamtalError('GROUP_FULL');
				};
				// Who is too late by much need not wait for those before.
				assertPlace(await readVisit(tx, where));
				const visit = await holdGroup(tx, where, clientIds);
				assertPlace(visit);
				const client = await readComer(tx, ambient, visit.clinicId, body.client);
				assertFree(await elsewhere(tx, client, visit));
				const { id: clientId, name } = client;
				await givePlace(tx, deps, visit, { clientId, name, amountMinor: body.amountMinor ?? null });
				if (body.notify !== false) await tellPlace(deps, tx, { id: visit.id, clientId }, bookedMail);
				return readVisit(tx, where);
			}),

		async change(actor: Actor, { params, body }: RequestOf<typeof changeAttendee>): Promise<VisitWithPeople> {
			const where = { ...visitsOf(actor), id: params.appointmentId };
			const { count } = await deps.db.attendee.updateMany({
				where: { id: params.attendeeId, appointment: where },
				data: body,
			});
			if (count === 0) throw new SamtalError('NOT_FOUND');
			return readVisit(deps.db, where);
		},

		async cancel(actor: Actor, { params, body }: RequestOf<typeof cancelAttendee>): Promise<VisitWithPeople> {
			const { appointmentId, attendeeId } = params;
			const visit = await turns.take(async (tx) => {
				const where = { ...visitsOf(actor), id: appointmentId };
				const { reason = 'BY_PROFESSIONAL', notify = true } = body;
				await cancelPlace(deps, tx, await holdGroup(tx, where), { attendeeId, reason, notify });
				return readVisit(tx, where);
			});
			sendOut(appointmentId, attendeeId);
			return visit;
		},
	};
}
