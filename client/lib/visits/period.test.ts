import { describe, expect, it } from 'vitest';
import { instantOf, mondayOf, periodOf, wallClock } from './period.ts';

describe('periods', () => {
	it('are as long as the zone’s days are, also when clocks change', () => {
		const sunday = Temporal.PlainDate.from('2026-03-29');
		const { from, to } = periodOf(sunday, 1, 'Europe/Berlin');
		expect([from, to]).toEqual(['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z']);
	});

	it('begin a week on Monday', () => {
		for (const date of ['2026-11-16', '2026-11-19', '2026-11-22']) {
			expect(mondayOf(Temporal.PlainDate.from(date)).toString()).toBe('2026-11-16');
		}
	});
});

describe('wall-clock times', () => {
	it('come back as they were written', () => {
		const instant = instantOf('2026-07-01', '14:30', 'Europe/Warsaw');
		expect(instant).toBe('2026-07-01T12:30:00Z');
		expect(wallClock(instant ?? '', 'Europe/Warsaw')).toEqual({ date: '2026-07-01', time: '14:30' });
	});

	it('are nothing while they are unfinished', () => {
		expect(instantOf('', '14:30', 'UTC')).toBeNull();
		expect(instantOf('2026-07-01', '', 'UTC')).toBeNull();
	});
});
