import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { layoutDay, minuteOf, pressedTime, shownHours } from './gridLayout.ts';

const day = Temporal.PlainDate.from('2026-11-23');
const visit = (from: string, to: string): Appointment => ({
	id: `${from}–${to}`,
	startsAt: from,
	endsAt: to,
	status: 'PLANNED',
	service: { id: 'service', name: 'Session' },
	office: { id: 'office', name: 'Video', kind: 'VIDEO' },
	professional: { id: 'professional', name: 'Anna Demo' },
	amountMinor: 0,
	currency: 'ISK',
	receivedMinor: 0,
	attendees: [],
	note: '',
	resources: [],
	seriesId: null,
	sequence: 0,
	cancelReason: null,
});
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23) + minute * 60_000).toISOString();
const lay = (...spans: [number, number][]) =>
	layoutDay(
		spans.map(([from, to]) => visit(at(from), at(to))),
		day,
		'UTC',
	);

describe('layoutDay', () => {
	it('gives a visit alone the whole width, and two at once half each', () => {
		expect(lay([540, 590], [600, 650]).map(({ lane, lanes }) => [lane, lanes])).toEqual([
			[0, 1],
			[0, 1],
		]);
		expect(lay([540, 600], [570, 630]).map(({ lane, lanes }) => [lane, lanes])).toEqual([
			[0, 2],
			[1, 2],
		]);
	});

	it('leaves other days out', () => {
		expect(lay([-120, -60], [1500, 1560])).toEqual([]);
	});

	it('never lays two visits over each other', () => {
		const span = fc
			.tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 5, max: 240 }))
			.map(([from, length]): [number, number] => [from, from + length]);
		fc.assert(
			fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
				const blocks = lay(...spans);
				expect(blocks).toHaveLength(spans.length);
				for (const [index, one] of blocks.entries()) {
					expect(one.lane).toBeLessThan(one.lanes);
					for (const other of blocks.slice(index + 1)) {
						const together = one.fromMinute < other.toMinute && other.fromMinute < one.toMinute;
						if (together) expect(one.lane / one.lanes).not.toBe(other.lane / other.lanes);
					}
				}
			}),
		);
	});
});

describe('the grid', () => {
	it('shows the working day, and more when a visit needs it', () => {
		expect(shownHours([])).toEqual({ first: 8, last: 18 });
		expect(shownHours([lay([390, 440], [1150, 1210])])).toEqual({ first: 6, last: 21 });
	});

	it('knows which half hour was pressed', () => {
		expect([0, 31, 32, 65, 100_000].map((offset) => pressedTime(offset, 8))).toEqual([
			'08:00',
			'08:00',
			'08:30',
			'09:00',
			'23:30',
		]);
	});

	it('reads the clocks of the zone on the day they change', () => {
		const change = Temporal.PlainDate.from('2026-10-25');
		expect(minuteOf('2026-10-25T08:00:00Z', change, 'Europe/Berlin')).toBe(9 * 60);
	});
});
