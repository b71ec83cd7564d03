import type { repeatAppointment } from '../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Recurrence } from '../../../shared/contract/recurrence.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import { findConflicts, unconfirmed } from '../../../shared/domain/conflicts.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { BookingDeps } from './book.ts';
import { readBookingContexts, rowsIn } from './booking-context.ts';
import { datesOfSeries, tellSeries } from './create-series.ts';
import { visitsOf } from './policy.ts';
import { assertFree } from './refusals.ts';
import { lockCalendars, type Turns } from './turns.ts';
import { calendarsOf, comingClients, isoTimes, readVisit, type VisitWithPeople } from './visits.ts';
import { writeOccurrences } from './write-series.ts';

type Repetition = RequestOf<typeof repeatAppointment>['body'];

/**
 * The others of the series that this visit becomes the first of, and what is in their way now.
 * @throws SamtalError `WRONG_STATE` for one that is in a series, `VISIT_CANCELLED`, `SERIES_TOO_LONG`, `SERIES_EMPTY`
 */
async function planRepeat(tx: Queryable, visit: VisitWithPeople, recurrence: Recurrence, now: Date) {
	if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
	if (visit.seriesId !== null) throw new SamtalError('WRONG_STATE');
	const { clinicId, professionalId, serviceId, officeId, office, startsAt, professional } = visit;
	const length = visit.endsAt.getTime() - startsAt.getTime();
	const { rule, times } = datesOfSeries(recurrence, startsAt, professional.timeZone);
	const others = times.filter((time) => time !== startsAt.getTime());
	if (others.length === 0) throw new SamtalError('SERIES_EMPTY');
	const [context] = await readBookingContexts(rowsIn(tx), [
		{
			...{ memberId: professionalId, clinicId, serviceId, officeId, durationMinutes: length / 60_000, movedIds: [] },
			clientIds: comingClients(visit).map(({ client }) => client.id),
			resourceIds: visit.resources.map(({ resource }) => resource.id),
			startsAt: others.map((time) => new Date(time)),
		},
	]);
	if (context === undefined) throw new SamtalError('NOT_FOUND');
	return {
		rule,
		times: others.map((start) => ({ startsAt: new Date(start), endsAt: new Date(start + length) })),
		conflicts: others.flatMap((start) =>
			findConflicts(
				{ start, end: start + length, office: { id: officeId, name: office.name } },
				context.calendar,
				now.getTime(),
			),
		),
	};
}

/** What `repeatVisit` would add; writes nothing. @throws SamtalError as `planRepeat` */
export async function previewRepeat(tx: Queryable, visit: VisitWithPeople, recurrence: Recurrence, now: Date) {
	const { times, conflicts } = await planRepeat(tx, visit, recurrence, now);
	return { changes: times.map((each) => ({ appointmentId: null, from: null, to: isoTimes(each) })), conflicts };
}

/**
 * Makes a single visit the first of a series: the others are as it is, at the same time of day. The clients get one
 * letter with the new ones.
 * @throws SamtalError `NOT_FOUND`; those of `planRepeat`; `SLOT_TAKEN` and `CONFIRMATION_NEEDED` with all conflicts
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
		const now = ambient.now();
		const { rule, times, conflicts } = await planRepeat(tx, visit, repetition.recurrence, now);
		assertFree(unconfirmed(conflicts, repetition.confirm ?? []));

		const seriesId = ambient.newId();
		const { clinicId, professionalId, serviceId, officeId, startsAt } = visit;
		const { timeZone } = visit.professional;
		const durationMinutes = (visit.endsAt.getTime() - startsAt.getTime()) / 60_000;
		await tx.series.create({
			data: {
				...{ id: seriesId, clinicId, memberId: professionalId, rule, timeZone, durationMinutes },
				...{ startsAt, createdAt: now },
			},
		});
		await tx.appointment.update({
			where: { id: visit.id },
			data: { seriesId, originalStartsAt: startsAt, sequence: { increment: 1 } },
		});
		const occurrences = times.map((each) => ({
			...{ ...each, id: ambient.newId() },
			attendees: comingClients(visit).map(({ client: { id: clientId, name } }) => ({
				...{ id: ambient.newId(), clientId, name },
			})),
		}));
		const resourceIds = visit.resources.map(({ resource }) => resource.id);
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
