import { expect, test } from 'vitest';
import { runningTime } from './runningTime.ts';

test.each([
	[-5_000, '0:00'],
	[59_999, '0:59'],
	[247_000, '4:07'],
	[3_753_000, '1:02:33'],
])('%i ms reads %s', (milliseconds, text) => {
	expect(runningTime(milliseconds)).toBe(text);
});
