import type { Queryable } from '../../server/adapters/prisma/database.ts';
import type { Ambient } from '../../server/features/ports.ts';
import type { DemoClinic } from './clinic.ts';
import { insertVisits, type DemoVisit } from './visits.ts';

const WEEKS_BACK = 2;
const WEEKS = 6;
/** Days of a working week, from its Monday. */
const workdays = [0, 1, 2, 3, 4];

interface DemoGroup {
	serviceName: string;
	/** From Monday. */
	day: number;
	time: string;
	office: 'VIDEO' | 'PHYSICAL';
	/** How many of the clinic's clients come, and how many would like to. */
	coming: number;
	waiting: number;
}

/** One with places left, and one that is full. */
const groups: readonly DemoGroup[] = [
	{ serviceName: 'Group session', day: 2, time: '16:30', office: 'VIDEO', coming: 5, waiting: 0 },
	{ serviceName: 'Mindfulness group', day: 3, time: '17:15', office: 'PHYSICAL', coming: 4, waiting: 2 },
];

/** What comes back every week: one client's Friday, a lunch break, evenings with groups; and somebody's holiday. */
export async function writeRepeated(tx: Queryable, clinic: DemoClinic, ambient: Ambient): Promise<void> {
	await writeSeries(tx, clinic, ambient);
	for (const group of groups) await writeGroup(tx, clinic, ambient, group);
	await writeBreaks(tx, clinic, ambient);
	await writeHoliday(tx, clinic, ambient);
}

/** The Mondays of the weeks that the demo has. */
function mondays({ timeZone }: DemoClinic, { now }: Ambient): Temporal.PlainDate[] {
	const today = Temporal.Instant.from(now().toISOString()).toZonedDateTimeISO(timeZone).toPlainDate();
	const first = today.subtract({ days: today.dayOfWeek - 1, weeks: WEEKS_BACK });
	return Array.from({ length: WEEKS }, (_, weeks) => first.add({ weeks }));
}

const at = (date: Temporal.PlainDate, plainTime: string, { timeZone }: DemoClinic) =>
	new Date(date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
const minutesAfter = (time: Date, minutes: number) => new Date(time.getTime() + minutes * 60_000);

const professional = (clinic: DemoClinic, nth: number) =>
	clinic.members.filter(({ role }) => role === 'PROFESSIONAL')[nth]?.id ?? '';

/** A series of the professional's that begins with the first of these times, once a week or on all workdays. */
async function createSeries(
	tx: Queryable,
	clinic: DemoClinic,
	{ newId, now }: Ambient,
	{
		memberId,
		rule,
		startsAt,
		durationMinutes,
	}: { memberId: string; rule: string; startsAt: Date; durationMinutes: number },
): Promise<string> {
	const id = newId();
	await tx.series.create({
		data: {
			...{ id, clinicId: clinic.id, memberId, rule, timeZone: clinic.timeZone },
			...{ startsAt, durationMinutes, createdAt: now() },
		},
	});
	return id;
}

async function writeSeries(tx: Queryable, clinic: DemoClinic, ambient: Ambient): Promise<void> {
	const service = clinic.services.find(({ name }) => name === 'Individual session');
	const office = clinic.offices.find(({ kind }) => kind === 'VIDEO');
	const [client] = clinic.clients;
	if (!service || !office || !client) return;
	const memberId = professional(clinic, 0);
	const times = mondays(clinic, ambient).map((monday) => at(monday.add({ days: 4 }), '11:10', clinic));
	const visits = times.map((startsAt): DemoVisit => {
		const endsAt = minutesAfter(startsAt, service.durationMinutes);
		const ids = { id: ambient.newId(), attendeeId: ambient.newId(), professionalId: memberId };
		return { ...ids, client, service, office, startsAt, endsAt, status: endsAt < ambient.now() ? 'DONE' : 'PLANNED' };
	});
	const [startsAt = ambient.now()] = times;
	const rule = `FREQ=WEEKLY;COUNT=${WEEKS}`;
	const { durationMinutes } = service;
	const seriesId = await createSeries(tx, clinic, ambient, { memberId, rule, startsAt, durationMinutes });
	await insertVisits(tx, ambient, clinic, visits);
	for (const visit of visits) {
		await tx.appointment.update({ where: { id: visit.id }, data: { seriesId, originalStartsAt: visit.startsAt } });
	}
}

/** Once a week; the first ones of the clients come, the next ones wait for places in what is still to be. */
async function writeGroup(tx: Queryable, clinic: DemoClinic, ambient: Ambient, group: DemoGroup): Promise<void> {
	const service = clinic.services.find(({ name }) => name === group.serviceName);
	const office = clinic.offices.find(({ kind }) => kind === group.office);
	const [first, ...others] = clinic.clients.slice(0, group.coming);
	if (!service || !office || !first) return;
	for (const monday of mondays(clinic, ambient)) {
		const startsAt = at(monday.add({ days: group.day }), group.time, clinic);
		const endsAt = minutesAfter(startsAt, service.durationMinutes);
		const status = endsAt < ambient.now() ? 'DONE' : 'PLANNED';
		const ids = { id: ambient.newId(), attendeeId: ambient.newId(), professionalId: professional(clinic, 1) };
		const ofVisit = { clinicId: clinic.id, appointmentId: ids.id };
		await insertVisits(tx, ambient, clinic, [{ ...ids, client: first, service, office, startsAt, endsAt, status }]);
		await tx.attendee.createMany({
			data: others.map(({ id: clientId, name }) => ({
				...{ id: ambient.newId(), ...ofVisit, clientId, name },
				...{ startsAt, endsAt, status, kind: 'CLIENT' as const },
			})),
		});
		const waiting = clinic.clients.slice(group.coming, group.coming + (status === 'PLANNED' ? group.waiting : 0));
		await tx.waitingListEntry.createMany({
			data: waiting.map(({ id: clientId }, nth) => ({
				...{ ...ofVisit, clientId },
				createdAt: minutesAfter(ambient.now(), nth - group.waiting),
			})),
		});
	}
}

async function writeBreaks(tx: Queryable, clinic: DemoClinic, ambient: Ambient): Promise<void> {
	const memberId = professional(clinic, 0);
	const times = mondays(clinic, ambient).flatMap((monday) =>
		workdays.map((days) => at(monday.add({ days }), '12:10', clinic)),
	);
	const [startsAt = ambient.now()] = times;
	const rule = `FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=${times.length}`;
	const seriesId = await createSeries(tx, clinic, ambient, { memberId, rule, startsAt, durationMinutes: 40 });
	await tx.block.createMany({
		data: times.map((start) => ({
			...{ id: ambient.newId(), clinicId: clinic.id, memberId, title: 'Lunch', seriesId, originalStartsAt: start },
			...{ startsAt: start, endsAt: minutesAfter(start, 40), createdAt: ambient.now() },
		})),
	});
}

/** Four weeks from now, when nothing is booked yet. */
async function writeHoliday(tx: Queryable, clinic: DemoClinic, ambient: Ambient): Promise<void> {
	const monday = mondays(clinic, ambient).at(-1);
	if (!monday) return;
	await tx.block.create({
		data: {
			...{ id: ambient.newId(), clinicId: clinic.id, memberId: professional(clinic, 2), title: 'Holiday' },
			startsAt: at(monday.add({ weeks: 1 }), '00:00', clinic),
			endsAt: at(monday.add({ weeks: 2 }), '00:00', clinic),
			createdAt: ambient.now(),
		},
	});
}
