import { expect, test } from 'vitest';
import { endMinuteOf, startMinuteOf, toField } from './clockTimes.ts';

test.each([
	[0, '00:00'],
	[570, '09:30'],
	[1_439, '23:59'],
	[1_440, '00:00'],
])('%i minutes after midnight are %s', (minute, field) => {
	expect(toField(minute)).toBe(field);
	expect(minute === 1_440 ? endMinuteOf(field) : startMinuteOf(field)).toBe(minute);
});

test('an empty field is midnight', () => {
	expect([startMinuteOf(''), endMinuteOf('')]).toEqual([0, 1_440]);
});
