import type { AppointmentChange } from '../../../shared/contract/appointments.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { unconfirmed } from '../../../shared/domain/conflicts.ts';
import { movedRule } from '../../../shared/domain/recurrence.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import type { BookingDeps } from './book.ts';
import { planChange, type ChangePlan, type Target } from './change-plan.ts';
import { lockGroups } from './group/lock-groups.ts';
import { fillPlaces } from './group/places.ts';
import { tellWaiting } from './group/tell-waiting.ts';
import { movedMail, seriesMail } from './mails.ts';
import { assertFree } from './refusals.ts';
import { lockCalendars, type Turns } from './turns.ts';
import { calendarsOf, readVisit, toTell, visitsInScope, withPeople, type VisitWithPeople } from './visits.ts';
import { moveVisits } from './write-series.ts';

type ChangeDeps = Pick<BookingDeps, 'ambient' | 'links' | 'mail' | 'translate'>;

/**
 * Moves or edits the visit that `where` finds, and those of its series that are meant, all or nothing. Clients are told
 * of another time or place. `alsoWrite` goes into the same transaction.
 * @throws SamtalError as `planChange`; `SLOT_TAKEN` and `CONFIRMATION_NEEDED` with all conflicts
 */
export async function changeVisit(
	deps: ChangeDeps,
	turns: Turns,
	where: Prisma.AppointmentWhereInput,
	change: AppointmentChange,
	alsoWrite?: (tx: Queryable, changed: VisitWithPeople) => Promise<void>,
): Promise<VisitWithPeople> {
	return turns.take(async (tx) => {
		const now = deps.ambient.now();
		await lockChange(tx, await readVisit(tx, where), change, now);
		const visit = await readVisit(tx, where);
		const plan = await planChange(tx, visit, change, now);
		assertFree(unconfirmed(plan.conflicts, change.confirm ?? []));
		await writeChange(deps, tx, plan, change);
		if (change.notify !== false) await tell(deps, tx, plan, now);
		// A service that takes more clients has places for those who wait.
		if (change.serviceId !== undefined) for (const target of plan.targets) await fillPlaces(deps, tx, target.visit.id);
		const changed = await readVisit(tx, where);
		await alsoWrite?.(tx, changed);
		return changed;
	});
}

/** Nobody else books or moves what the change touches; with another service, nor gives places or changes how many. */
async function lockChange(
	tx: Queryable,
	visit: VisitWithPeople,
	{ serviceId, resourceIds = [], scope = 'this' }: AppointmentChange,
	now: Date,
): Promise<void> {
	const calendars = [...calendarsOf(visit), ...resourceIds];
	if (serviceId === undefined) return lockCalendars(tx, calendars);
	const meant = await visitsInScope(tx, visit, scope, now);
	const services = meant.flatMap((each) => [each, { ...each, serviceId }]);
	return lockGroups(tx, services, [...calendars, ...meant.flatMap(calendarsOf)]);
}

async function writeChange(
	{ ambient }: ChangeDeps,
	tx: Queryable,
	{ targets, moves, movesSeries }: ChangePlan,
	change: AppointmentChange,
): Promise<void> {
	const ids = targets.map(({ visit }) => visit.id);
	const { resourceIds } = change;
	if (resourceIds !== undefined) await tx.appointmentResource.deleteMany({ where: { appointmentId: { in: ids } } });
	if (moves) {
		const seriesId = movesSeries ? await startSeries(tx, ambient.newId(), targets) : null;
		const moved = targets.map(({ visit, startsAt, endsAt, originalStartsAt }) => ({
			...{ id: visit.id, startsAt, endsAt, originalStartsAt, seriesId: seriesId ?? visit.seriesId },
		}));
		if ((await moveVisits(tx, moved)) !== targets.length) throw new SamtalError('VISIT_BEGAN');
	}
	await tx.appointment.updateMany({
		where: { id: { in: ids } },
		data: {
			sequence: { increment: 1 },
			...(change.officeId !== undefined && { officeId: change.officeId }),
			...(change.serviceId !== undefined && { serviceId: change.serviceId }),
			...(change.amountMinor !== undefined && { amountMinor: change.amountMinor }),
			...(change.note !== undefined && { note: change.note }),
		},
	});
	if (resourceIds === undefined) return;
	await tx.appointmentResource.createMany({
		data: targets.flatMap(({ visit, startsAt, endsAt }) =>
			[...new Set(resourceIds)].map((resourceId) => ({
				...{ clinicId: visit.clinicId, appointmentId: visit.id, startsAt, endsAt, status: visit.status, resourceId },
			})),
		),
	});
}

/** Those that move together go on as a series of their own: what has been keeps its rule. */
async function startSeries(tx: Queryable, id: string, targets: readonly Target[]): Promise<string | null> {
	const dated = targets
		.flatMap(({ visit, originalStartsAt }) =>
			originalStartsAt === null || visit.originalStartsAt === null
				? []
				: [{ from: visit.originalStartsAt, to: originalStartsAt }],
		)
		.toSorted((one, other) => one.to.getTime() - other.to.getTime());
	const [first, last, series] = [dated[0], dated.at(-1), targets[0]?.visit.series ?? null];
	if (first === undefined || last === undefined || series === null) return null;
	const zoned = (date: Date) =>
		Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(series.timeZone);
	const rule = movedRule(series.rule, { from: zoned(first.from), to: zoned(first.to), last: zoned(last.to) });
	await tx.series.create({ data: { ...series, id, rule, startsAt: first.to } });
	return id;
}

/** Clients hear of what concerns them: another time, another place. */
async function tell(deps: ChangeDeps, tx: Queryable, { targets }: ChangePlan, now: Date): Promise<void> {
	const { links, mail, translate } = deps;
	const before = new Map(targets.map(({ visit }) => [visit.id, visit]));
	const after = await tx.appointment.findMany({
		where: { id: { in: [...before.keys()] } },
		include: withPeople,
		orderBy: { startsAt: 'asc' },
	});
	const concerned = after.filter((visit) => {
		const old = before.get(visit.id);
		const times = (each: VisitWithPeople) => [each.startsAt, each.endsAt].map((date) => date.getTime()).join();
		return old === undefined || times(old) !== times(visit) || old.officeId !== visit.officeId;
	});
	for (const told of toTell(concerned, links)) {
		const [only, ...others] = told;
		if (only === undefined) continue;
		const letter =
			others.length === 0
				? movedMail(only.visit, only.links, translate, now)
				: seriesMail('moved', told, translate, now);
		if (letter !== null) await mail.enqueue(tx, letter);
	}
	await tellWaiting(deps, tx, 'waitingMoved', concerned);
}
