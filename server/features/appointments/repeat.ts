import type { repeatAppointment } from '../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { findConflicts, unconfirmed } from '../../../shared/domain/conflicts.ts';
import type { Actor } from '../../http/actors.ts';
import type { BookingDeps } from './book.ts';
import { readBookingContexts, rowsIn } from './booking-context.ts';
import { datesOfSeries, tellSeries } from './create-series.ts';
import { visitsOf } from './policy.ts';
import { assertFree } from './refusals.ts';
import { lockCalendars, type Turns } from './turns.ts';
import { calendarsOf, comingClients, readVisit, type VisitWithPeople } from './visits.ts';
import { writeOccurrences } from './write-series.ts';

type Repetition = RequestOf<typeof repeatAppointment>['body'];

/**
 * Makes a single visit the first of a series: the others are as it is, at the same time of day. The clients get one
 * letter with the new ones.
 * @throws SamtalError `NOT_FOUND`, `WRONG_STATE` for one that is in a series, `VISIT_CANCELLED`; those of `createSeries`
 */
export async function repeatVisit(
	deps: BookingDeps,
	turns: Turns,
	{ actor, appointmentId, repetition }: { actor: Actor; appointmentId: string; repetition: Repetition },
): Promise<VisitWithPeople> {
	const { ambient } = deps;
	const where = { ...visitsOf(actor), id: appointmentId };
	return turns.take(async (tx) => {
		await lockCalendars(tx, calendarsOf(await readVisit(tx, where)));
		const visit = await readVisit(tx, where);
		if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
		if (visit.seriesId !== null) throw new SamtalError('WRONG_STATE');
		const now = ambient.now();
		const { clinicId, professionalId, serviceId, officeId, office, startsAt, professional } = visit;
		const length = visit.endsAt.getTime() - startsAt.getTime();
		const { rule, times } = datesOfSeries(repetition.recurrence, startsAt, professional.timeZone);
		const others = times.filter((time) => time !== startsAt.getTime());
		if (others.length === 0) throw new SamtalError('SERIES_EMPTY');

		const clients = comingClients(visit).map(({ client }) => client);
		const resourceIds = visit.resources.map(({ resource }) => resource.id);
		const durationMinutes = length / 60_000;
		const [context] = await readBookingContexts(rowsIn(tx), [
			{
				...{ memberId: professionalId, clinicId, serviceId, officeId, durationMinutes, resourceIds, movedIds: [] },
				...{ clientIds: clients.map(({ id }) => id), startsAt: others.map((time) => new Date(time)) },
			},
		]);
		if (context === undefined) throw new SamtalError('NOT_FOUND');
		const conflicts = others.flatMap((start) =>
			findConflicts(
				{ start, end: start + length, office: { id: officeId, name: office.name } },
				context.calendar,
				now.getTime(),
			),
		);
		assertFree(unconfirmed(conflicts, repetition.confirm ?? []));

		const seriesId = ambient.newId();
		const { timeZone } = professional;
		await tx.series.create({
			data: {
				id: seriesId,
				clinicId,
				memberId: professionalId,
				rule,
				timeZone,
				startsAt,
				durationMinutes,
				createdAt: now,
			},
		});
		await tx.appointment.update({
			where: { id: visit.id },
			data: { seriesId, originalStartsAt: startsAt, sequence: { increment: 1 } },
		});
		const occurrences = others.map((start) => ({
			...{ id: ambient.newId(), startsAt: new Date(start), endsAt: new Date(start + length) },
			attendees: clients.map(({ id: clientId, name }) => ({ id: ambient.newId(), clientId, name })),
		}));
		const { amountMinor, currency, note } = visit;
		await writeOccurrences(
			tx,
			seriesId,
			{ clinicId, professionalId, serviceId, officeId, amountMinor, currency, note, createdAt: now, resourceIds },
			occurrences,
		);
		const written = { id: { in: occurrences.map(({ id }) => id) } };
		if (repetition.notify !== false) await tellSeries(deps, tx, written, now);
		return readVisit(tx, where);
	});
}
