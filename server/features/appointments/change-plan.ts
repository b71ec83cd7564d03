import type { AppointmentChange } from '../../../shared/contract/appointments.ts';
import type { Conflict } from '../../../shared/contract/conflicts.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { findConflicts } from '../../../shared/domain/conflicts.ts';
import { movedAlike } from '../../../shared/domain/recurrence.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import { readBookingContexts, rowsIn } from './booking-context.ts';
import { assertBookable } from './refusals.ts';
import { comingClients, visitsInScope, type VisitWithPeople } from './visits.ts';

/** A visit and when it is to be. */
export interface Target {
	visit: VisitWithPeople;
	startsAt: Date;
	endsAt: Date;
	/** Where its series then puts it. */
	originalStartsAt: Date | null;
}

export interface ChangePlan {
	targets: Target[];
	/** Whether anything changes that others could be in the way of. */
	moves: boolean;
	/** Whether the series itself goes elsewhere, not one of its visits alone. */
	movesSeries: boolean;
	/** All, the confirmed ones too. */
	conflicts: Conflict[];
}

/**
 * What a change of this visit means for it and those of its series that are meant, and what is in their way now.
 * @throws SamtalError `CONFLICT`, `VISIT_CANCELLED`, `VISIT_BEGAN`, `NOT_FOUND`, `NOT_OFFERED`; `GROUP_FULL` for a service
 * that takes fewer clients than come
 */
export async function planChange(
	tx: Queryable,
	visit: VisitWithPeople,
	change: AppointmentChange,
	now: Date,
): Promise<ChangePlan> {
	if (visit.status === 'CANCELLED') throw new SamtalError('VISIT_CANCELLED');
	if (visit.sequence !== change.sequence) throw new SamtalError('CONFLICT');
	const { startsAt, durationMinutes, officeId, serviceId, resourceIds } = change;
	const moves = [startsAt, durationMinutes, officeId, serviceId, resourceIds].some((part) => part !== undefined);
	if (moves && visit.status !== 'PLANNED') throw new SamtalError('VISIT_BEGAN');
	const scope = change.scope ?? 'this';
	const meant = await visitsInScope(tx, visit, scope, now);
	const movesSeries = scope !== 'this' && visit.seriesId !== null && startsAt !== undefined;
	const targets = meant.map((each) => targetOf(each, visit, change, movesSeries));
	const conflicts = moves ? await conflictsOf(tx, targets, change, now) : [];
	return { targets, moves, movesSeries, conflicts };
}

/** One that was moved by itself stays where it is while its series moves. */
function targetOf(
	each: VisitWithPeople,
	named: VisitWithPeople,
	change: AppointmentChange,
	movesSeries: boolean,
): Target {
	const { timeZone } = named.professional;
	const zoned = (time: number) => Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone);
	const from = zoned(named.startsAt.getTime());
	const to = change.startsAt === undefined ? from : zoned(Date.parse(change.startsAt));
	const alike = (date: Date) => new Date(movedAlike(date.getTime(), from, to));
	const isException = each.originalStartsAt?.getTime() !== each.startsAt.getTime();
	const startsAt =
		each.id === named.id
			? new Date(to.epochMilliseconds)
			: movesSeries && !isException
				? alike(each.startsAt)
				: each.startsAt;
	const length =
		change.durationMinutes === undefined
			? each.endsAt.getTime() - each.startsAt.getTime()
			: change.durationMinutes * 60_000;
	return {
		visit: each,
		startsAt,
		endsAt: new Date(startsAt.getTime() + length),
		originalStartsAt:
			movesSeries && each.originalStartsAt !== null ? alike(each.originalStartsAt) : each.originalStartsAt,
	};
}

async function conflictsOf(
	tx: Queryable,
	targets: readonly Target[],
	change: AppointmentChange,
	now: Date,
): Promise<Conflict[]> {
	const movedIds = targets.map(({ visit }) => visit.id);
	const contexts = await readBookingContexts(
		rowsIn(tx),
		targets.map(({ visit, startsAt, endsAt }) => ({
			...{ memberId: visit.professionalId, clinicId: visit.clinicId, movedIds, startsAt: [startsAt] },
			serviceId: change.serviceId ?? visit.serviceId,
			officeId: change.officeId ?? visit.officeId,
			clientIds: comingClients(visit).map(({ client }) => client.id),
			durationMinutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
			resourceIds: [...new Set(change.resourceIds ?? resourcesOf(visit))],
		})),
	);
	return targets.flatMap((target, nth) => {
		const context = contexts[nth];
		if (context === undefined) throw new SamtalError('NOT_FOUND');
		const { visit, startsAt, endsAt } = target;
		const isTooSmall = change.serviceId !== undefined && comingClients(visit).length > context.service.capacity;
		if (isTooSmall) throw new SamtalError('GROUP_FULL');
		const had = new Set(resourcesOf(visit));
		// What is not changed is not asked about again.
		const asks = change.serviceId !== undefined || change.officeId !== undefined;
		assertBookable(
			{ ...context, offered: context.offered || !asks },
			change.resourceIds?.filter((id) => !had.has(id)),
		);
		const wanted = { start: startsAt.getTime(), end: endsAt.getTime(), office: context.office };
		const alsoMoved = targets.filter((other) => other !== target).map(toTaken);
		const visits = [...context.calendar.visits, ...alsoMoved];
		return findConflicts(wanted, { ...context.calendar, visits }, now.getTime());
	});
}

const resourcesOf = ({ resources }: VisitWithPeople) => resources.map(({ resource }) => resource.id);

const toTaken = ({ visit, startsAt, endsAt }: Target) => ({
	...{ start: startsAt.getTime(), end: endsAt.getTime(), appointmentId: visit.id },
	name: comingClients(visit)[0]?.attendee.name ?? '',
});
