import { expect, test } from 'vitest';
import { charactersOf } from './unicodeRange.ts';

test('a range is its single characters and its intervals, both ends in', () => {
	expect(charactersOf('U+0041, U+61-0063,\n\t\tU+104')).toBe('AabcĄ');
	expect(charactersOf('U+1F600')).toBe('😀');
	expect(charactersOf('')).toBe('');
});
