import { expect, it } from 'vitest';
import { createFormat } from '../../format.ts';
import { spanLength, spanText } from './spans.ts';

const format = createFormat('en', 'Europe/Warsaw');
const day = '2026-03-02T09:00:00Z';

it('tells from when to when, on the clock of the reader, with the date where it is another one', () => {
	expect(spanText(format, { from: '2026-03-02T09:01:00Z', until: '2026-03-02T09:50:00Z' }, day)).toBe('10:01–10:50');
	expect(spanText(format, { from: '2026-03-02T09:01:00Z', until: null }, day)).toBe('10:01–');
	expect(spanText(format, { from: '2026-03-02T23:10:00Z', until: '2026-03-02T23:20:00Z' }, day)).toBe(
		'Tue 3 Mar, 00:10–00:20',
	);
});

it('tells how long that was in minutes, at least one', () => {
	const lasted = (until: string) => spanLength(format, { from: day, until });
	expect(lasted('2026-03-02T09:00:05Z')).toBe('1 min');
	expect(lasted('2026-03-02T09:47:40Z')).toBe('48 min');
	expect(lasted('2026-03-02T10:05:00Z')).toBe('1 hr 5 min');
});
