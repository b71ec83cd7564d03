import type { Appointment } from '../../../shared/contract/appointments.ts';

/** Height of an hour, in pixels. */
export const hourHeight = 64;

/** A visit's place within a day's column. Minutes count from midnight on the zone's clocks. */
export interface Block {
	visit: Appointment;
	fromMinute: number;
	toMinute: number;
	/** Which of `lanes` side-by-side parts of the column it takes, from 0. */
	lane: number;
	lanes: number;
}

/** The visits of one calendar day, those at the same time side by side. */
export function layoutDay(visits: readonly Appointment[], day: Temporal.PlainDate, timeZone: string): Block[] {
	const onDay = visits
		.flatMap((visit) => {
			const fromMinute = minuteOf(visit.startsAt, day, timeZone);
			const toMinute = minuteOf(visit.endsAt, day, timeZone);
			return toMinute > 0 && fromMinute < 1440 ? [{ visit, fromMinute, toMinute }] : [];
		})
		.toSorted((one, other) => one.fromMinute - other.fromMinute || other.toMinute - one.toMinute);

	const blocks: Block[] = [];
	let cluster: Block[] = [];
	let clusterEnd = Number.NEGATIVE_INFINITY;
	const close = () => {
		const lanes = 1 + Math.max(-1, ...cluster.map(({ lane }) => lane));
		blocks.push(...cluster.map((block) => ({ ...block, lanes })));
		cluster = [];
	};
	for (const span of onDay) {
		if (span.fromMinute >= clusterEnd) close();
		const busy = new Set(cluster.filter(({ toMinute }) => toMinute > span.fromMinute).map(({ lane }) => lane));
		let lane = 0;
		while (busy.has(lane)) lane++;
		cluster.push({ ...span, lane, lanes: 1 });
		clusterEnd = Math.max(clusterEnd, span.toMinute);
	}
	close();
	return blocks;
}

/** First and last full hour to show: the working day, wider when a visit lies outside it. */
export function shownHours(days: readonly (readonly Block[])[]): { first: number; last: number } {
	const blocks = days.flat();
	return {
		first: Math.max(0, Math.min(8, ...blocks.map(({ fromMinute }) => Math.floor(fromMinute / 60)))),
		last: Math.min(24, Math.max(18, ...blocks.map(({ toMinute }) => Math.ceil(toMinute / 60)))),
	};
}

/** The half hour that was pressed, `offset` pixels below the first shown hour, as `14:30`. */
export function pressedTime(offset: number, firstHour: number): string {
	const halves = Math.min(47, Math.max(0, Math.floor((offset / hourHeight) * 2) + firstHour * 2));
	return `${String(Math.floor(halves / 2)).padStart(2, '0')}:${halves % 2 === 0 ? '00' : '30'}`;
}

/** Minutes since the day's midnight as its clocks show them; negative before, 1440 and more after the day. */
export function minuteOf(instant: string, day: Temporal.PlainDate, timeZone: string): number {
	const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
	return Math.round(local.since(day.toPlainDateTime(), { largestUnit: 'minute' }).total('minutes'));
}
