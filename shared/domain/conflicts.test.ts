import { expect, test } from 'vitest';
import { findConflicts, unconfirmed, type Calendar } from './conflicts.ts';

const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Warsaw').epochMilliseconds;
const [here, there] = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002'];
const free: Calendar = {
	...{ timeZone: 'Europe/Warsaw', exceptions: [], visits: [], clientVisits: [], blocks: [], resources: [] },
	hours: [
		{ officeId: here, weekday: 2, startMinute: 9 * 60, endMinute: 12 * 60 },
		{ officeId: here, weekday: 2, startMinute: 12 * 60, endMinute: 15 * 60 },
		{ officeId: there, weekday: 2, startMinute: 14 * 60, endMinute: 18 * 60 },
	],
};
const now = at('2026-03-01T12:00');
/** On Tuesday, 3 March, unless said otherwise. */
const wanted = (from: string, to: string, date = '2026-03-03') => ({
	...{ start: at(`${date}T${from}`), end: at(`${date}T${to}`), office: { id: here, name: 'Street' } },
});
const kinds = (time: ReturnType<typeof wanted>, calendar: Partial<Calendar> = {}, clock = now) =>
	findConflicts(time, { ...free, ...calendar }, clock).map(({ kind }) => kind);
const taken = (from: string, to: string, name = '') => ({
	...{ start: at(`2026-03-03T${from}`), end: at(`2026-03-03T${to}`), name, appointmentId: null },
});

test.each([
	['within the hours', '09:00', '10:00', []],
	['over two openings that touch', '11:30', '12:30', []],
	['beginning before they open', '08:59', '10:00', ['OUTSIDE_HOURS']],
	['where only the other office is open', '15:00', '16:00', ['OUTSIDE_OFFICE_HOURS']],
	['half here, half there', '14:30', '15:30', ['OUTSIDE_OFFICE_HOURS']],
	['beyond every office', '17:30', '18:30', ['OUTSIDE_HOURS']],
] as const)('a visit %s', (_, from, to, expected) => {
	expect(kinds(wanted(from, to))).toEqual(expected);
});

test('an exception takes the place of its office’s hours on its date', () => {
	const opened = { officeId: here, date: '2026-03-04', startMinute: 600, endMinute: 660 };
	expect(kinds(wanted('10:00', '11:00', '2026-03-04'), { exceptions: [opened] })).toEqual([]);
	expect(kinds(wanted('10:00', '11:00', '2026-03-04'))).toEqual(['OUTSIDE_HOURS']);
	const closed = { officeId: here, date: '2026-03-03', startMinute: null, endMinute: null };
	expect(kinds(wanted('10:00', '11:00'), { exceptions: [closed] })).toEqual(['OUTSIDE_HOURS']);
	expect(kinds(wanted('14:00', '15:00'), { exceptions: [closed] })).toEqual(['OUTSIDE_OFFICE_HOURS']);
});

test('hours are on the professional’s clock on the day of a change of clocks', () => {
	const hours = [{ officeId: here, weekday: 7, startMinute: 9 * 60, endMinute: 10 * 60 }];
	expect(kinds(wanted('09:00', '10:00', '2026-03-29'), { hours })).toEqual([]);
	expect(kinds(wanted('08:00', '09:00', '2026-03-29'), { hours })).toEqual(['OUTSIDE_HOURS']);
});

test('who keeps no hours works whenever they book', () => {
	expect(kinds(wanted('03:00', '04:00'), { hours: [] })).toEqual([]);
});

test('what began more than ten minutes ago is past', () => {
	const start = at('2026-03-03T10:00');
	expect(kinds(wanted('10:00', '11:00'), {}, start + 600_000)).toEqual([]);
	expect(kinds(wanted('10:00', '11:00'), {}, start + 600_001)).toEqual(['PAST']);
});

test('all that is in the way is named at once; what only touches is not', () => {
	const found = findConflicts(
		wanted('15:00', '16:00'),
		{
			...free,
			visits: [taken('14:00', '15:00', 'Before'), taken('15:30', '15:40', 'Jón')],
			clientVisits: [taken('15:59', '17:00', 'Ása')],
			blocks: [taken('15:00', '15:05', 'Lunch'), taken('16:00', '17:00', 'After')],
			resources: [taken('14:00', '15:01', 'Room 1')],
		},
		at('2026-03-03T20:00'),
	);
	expect(found.map(({ kind, name }) => [kind, name])).toEqual([
		...[
			['OUTSIDE_OFFICE_HOURS', 'Street'],
			['PAST', ''],
		],
		...[
			['VISIT', 'Jón'],
			['CLIENT_VISIT', 'Ása'],
			['BLOCK', 'Lunch'],
			['RESOURCE', 'Room 1'],
		],
	]);
	expect(found[2]).toMatchObject({ wantedAt: '2026-03-03T14:00:00.000Z', startsAt: '2026-03-03T14:30:00.000Z' });
	const left = unconfirmed(found, ['PAST', 'OUTSIDE_OFFICE_HOURS']).map(({ kind }) => kind);
	expect(left).toEqual(['VISIT', 'CLIENT_VISIT', 'BLOCK', 'RESOURCE']);
});
