import type { ClientToBook } from '../../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Interval } from '../../../../shared/domain/intervals.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import { bookableGroup } from '../../bookableGroup.ts';
import { placeInLine } from '../../waitingLine.ts';
import type { BookingDeps, ByClient } from '../book.ts';
import { bookedMail } from '../mails.ts';
import { tellProfessional } from '../tell-professional.ts';
import type { Turns } from '../turns.ts';
import { comingClients, readBy, readVisit, type Coming, type VisitWithPeople } from '../visits.ts';
import { holdGroup } from './attendees.ts';
import { elsewhere, knownIds, readComer } from './comers.ts';
import { givePlace, placesLeft, tellPlace } from './places.ts';
import { waitingMail } from './waiting-mail.ts';

interface PlaceWish {
	/** Of whose public page. */
	professional: { memberId: string; clinicId: string };
	appointmentId: string;
	/** When clients can book: in milliseconds since 1970. */
	bookable: Interval;
	client: ClientToBook;
	byClient: ByClient;
	/** Whether the client takes the waiting list where there is no place. */
	waits: boolean;
}

/**
 * Gives somebody who is not signed in a place in a group, or one on its waiting list, and tells them.
 * @throws SamtalError `NOT_FOUND`, `VISIT_CANCELLED`; `TIME_NOT_FREE` outside of the bookable period; `OWN_VISIT`;
 * `GROUP_FULL` for who does not wait
 */
export function createTakePlace(deps: BookingDeps, turns: Turns) {
	const { ambient, links, mail, translate } = deps;

	return ({ professional, appointmentId, bookable, client, byClient, waits }: PlaceWish) => {
		const clientIds = knownIds([client]);
		const where = {
			...{ id: appointmentId, clinicId: professional.clinicId, professionalId: professional.memberId },
			service: bookableGroup,
		};
		const assertOpen = (visit: VisitWithPeople) => {
			if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
			const time = visit.startsAt.getTime();
			if (visit.status !== 'PLANNED' || time < bookable.start || time >= bookable.end)
				throw new SamtalError('TIME_NOT_FREE');
			if (comingClients(visit).some((coming) => clientIds.includes(coming.client.id)))
				throw new SamtalError('OWN_VISIT');
			if (placesLeft(visit) <= 0 && !waits) throw new SamtalError('GROUP_FULL');
		};
		return turns.take(async (tx) => {
			// Who is too late by much need not wait for those before.
			assertOpen(await readVisit(tx, where));
			const visit = await holdGroup(tx, where, clientIds);
			assertOpen(visit);
			const comer = await readVisitor(tx, visit, client, byClient);
			if ((await elsewhere(tx, comer, visit)).length > 0) throw new SamtalError('OWN_VISIT');
			const consent = { acceptedTerms: byClient.acceptedTerms, acceptedTermsAt: ambient.now() };
			const waiting = placesLeft(visit) <= 0;
			if (waiting) await startWaiting(tx, visit, comer, consent);
			else await startComing(tx, visit, comer, consent);
			return { visit, waiting };
		});
	};

	/** The client, with the clock that they read; somebody new is known to have entered themselves. */
	async function readVisitor(tx: Queryable, { clinicId }: VisitWithPeople, wished: ClientToBook, by: ByClient) {
		const { id } = await readComer(tx, ambient, clinicId, wished);
		const isNew = !('id' in wished);
		return tx.client.update({
			where: { id },
			data: { timeZone: by.timeZone, ...(isNew && { bookedThemselves: true }) },
		});
	}

	async function startComing(tx: Queryable, visit: VisitWithPeople, comer: Client, consent: Consent): Promise<void> {
		const { id: clientId, name } = comer;
		await givePlace(tx, deps, visit, { clientId, name, ...consent });
		await tellPlace(deps, tx, { id: visit.id, clientId }, bookedMail);
		await tellProfessional(deps, tx, 'placeBooked', visit, { client: comer });
	}

	/** One who waits already stays where they are, and has their mail. */
	async function startWaiting(tx: Queryable, visit: VisitWithPeople, comer: Client, consent: Consent): Promise<void> {
		const { id: appointmentId, clinicId } = visit;
		const entry = { clinicId, appointmentId, clientId: comer.id, createdAt: ambient.now() };
		const { count } = await tx.waitingListEntry.createMany({ data: [{ ...entry, ...consent }], skipDuplicates: true });
		const told = readBy(visit, comer);
		if (count === 0 || told === null) return;
		const place = { placeInLine: await placeInLine(tx, entry), leaveLink: links.waiting(appointmentId, comer.id) };
		await mail.enqueue(tx, waitingMail(told, { ...place, ownPage: links.ownPage }, translate));
	}
}

type Client = Coming['client'];

/** To the clinic's terms, when asking. */
interface Consent {
	acceptedTerms: string;
	acceptedTermsAt: Date;
}
