import type { z } from 'zod';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { getOwnWaiting } from '../../../../shared/contract/groupPlaces.ts';
import { locale } from '../../../../shared/contract/scalars.ts';
import type { WaitingActor } from '../../../http/actors.ts';
import { placeInLine } from '../../waitingLine.ts';
import type { BookingDeps } from '../book.ts';
import type { Turns } from '../turns.ts';
import { comingClients, isoTimes, readVisit } from '../visits.ts';
import { holdGroup } from './attendees.ts';

/** What a client does with their place on a waiting list, by the link that they were sent. */
export function createOwnWaiting({ db, ambient }: Pick<BookingDeps, 'db' | 'ambient'>, turns: Turns) {
	return {
		/** @throws SamtalError `VISIT_CANCELLED`; `LINK_INVALID` when the visit is not in the records any more */
		async get({ appointmentId, clientId }: WaitingActor): Promise<z.input<(typeof getOwnWaiting)['response']>> {
			const visit = await readVisit(db, { id: appointmentId }).catch((cause: unknown) => {
				throw new SamtalError('LINK_INVALID', {}, { cause });
			});
			if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
			const hasPlace = comingClients(visit).some(({ client }) => client.id === clientId);
			const entry = await db.waitingListEntry.findUnique({
				where: { appointmentId_clientId: { appointmentId, clientId } },
			});
			const waits = entry !== null && visit.status === 'PLANNED' && visit.startsAt > ambient.now();
			const clinic = await db.clinic.findUniqueOrThrow({ where: { id: visit.clinicId } });
			const { professional, service, office } = visit;
			return {
				...isoTimes(visit),
				clinic: { name: clinic.name, timeZone: clinic.timeZone, locale: locale.parse(clinic.locale) },
				...{ professionalName: professional.name, serviceName: service.name },
				office: { name: office.name, kind: office.kind },
				state: hasPlace ? 'HAS_PLACE' : waits ? 'WAITING' : 'OVER',
				placeInLine: waits ? await placeInLine(db, entry) : null,
			};
		},

		/** Who moved up in this moment keeps their place: it is cancelled by its own link. */
		leave: ({ appointmentId, clientId }: WaitingActor): Promise<void> =>
			turns.take(async (tx) => {
				const held = await tx.waitingListEntry.count({ where: { appointmentId, clientId } });
				if (held === 0) return;
				await holdGroup(tx, { id: appointmentId });
				await tx.waitingListEntry.deleteMany({ where: { appointmentId, clientId } });
			}),
	};
}
