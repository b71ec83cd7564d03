import { expect, test } from 'vitest';
import type { Locale } from '../../../shared/contract/scalars.ts';
import { milliseconds, percent } from './measures.ts';

test.each<[Locale, string]>([
	['en', '1,250 ms, 0.3%, 0%'],
	['is', '1.250 ms, 0,3%, 0%'],
	['pl', '1250 ms, 0,3%, 0%'],
	['de', '1.250 ms, 0,3 %, 0 %'],
])('small measures are written in %s as %s', (locale, expected) => {
	const written = `${milliseconds(1_250, locale)}, ${percent(0.0034, locale)}, ${percent(0, locale)}`;
	expect(written.replaceAll('\u00a0', ' ')).toBe(expected);
});
