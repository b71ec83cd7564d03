import { expect, it } from 'vitest';
import type { CalendarVisit } from './calendarQuery.ts';
import { chosenTime, shownHours, toEvents } from './events.ts';
import { layersOf } from './layers.ts';

const visit = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });

it.each([
	['the working day without visits', [], '07:00:00', '20:00:00'],
	[
		'more where a visit lies outside of it',
		[visit('2026-03-02T05:30:00Z', '2026-03-02T06:20:00Z')],
		'05:00:00',
		'20:00:00',
	],
	[
		'up to the hour in which the last one ends',
		[visit('2026-03-02T20:00:00Z', '2026-03-02T21:10:00Z')],
		'07:00:00',
		'22:00:00',
	],
	[
		'all of the evening where one goes on after midnight',
		[visit('2026-03-02T23:30:00Z', '2026-03-03T00:20:00Z')],
		'07:00:00',
		'24:00:00',
	],
])('shows %s', (_, visits, from, to) => {
	expect(shownHours(visits, 'Atlantic/Reykjavik')).toEqual({ from, to });
});

it('reads hours on the clock of the zone', () => {
	const early = [visit('2026-03-02T19:30:00Z', '2026-03-02T20:20:00Z')];
	expect(shownHours(early, 'Asia/Kolkata').from).toBe('01:00:00');
});

it('a press means the half hour on the wall, a line drawn where it begins', () => {
	const [from, pressed, drawn] = ['2026-03-02T08:45:00Z', '2026-03-02T09:00:00Z', '2026-03-02T09:30:00Z'].map(
		(instant) => new Date(instant),
	) as [Date, Date, Date];
	const asItsService = { minutes: undefined };
	expect(chosenTime(from, pressed, 'Atlantic/Reykjavik')).toEqual({
		startsAt: '2026-03-02T08:30:00Z',
		...asItsService,
	});
	// In Kathmandu it is 14:30.
	expect(chosenTime(from, pressed, 'Asia/Kathmandu')).toEqual({ startsAt: '2026-03-02T08:45:00Z', ...asItsService });
	expect(chosenTime(from, drawn, 'Atlantic/Reykjavik')).toEqual({ startsAt: '2026-03-02T08:45:00Z', minutes: 45 });
	const nextDay = new Date(from.getTime() + 86_400_000);
	expect(chosenTime(from, nextDay, 'Atlantic/Reykjavik')).toMatchObject(asItsService);
});

it('puts colleagues side by side in the order of their layers, each in their colour', () => {
	const of = (id: string): CalendarVisit => ({
		...{ id: `of ${id}`, ...visit('2026-03-02T09:00:00Z', '2026-03-02T09:50:00Z'), status: 'PLANNED' },
		...{ names: [], clients: 1, dueMinor: 0, receivedMinor: 0, currency: 'ISK' },
		...{ professional: { id, name: id }, service: { id: 'session', name: 'Session', capacity: 1 } },
		office: { id: 'video', name: 'Video', kind: 'VIDEO' },
	});
	const visits = ['Carl', 'Anna', 'Berta'].map(of);
	const events = toEvents(visits, [], layersOf(visits, 'Berta'));
	expect(events.map(({ id, layer }) => [id, layer])).toEqual([
		...[
			['of Carl', 2],
			['of Anna', 1],
			['of Berta', 0],
		],
	]);
	expect(events.map(({ className }) => /layer-\d/.exec(String(className))?.[0])).toEqual([
		...['layer-2', 'layer-1', 'layer-0'],
	]);
});
