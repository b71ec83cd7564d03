import { expect, test } from 'vitest';
import { smsLength } from './smsLength.ts';

test.each([
	['nothing', '', { encoding: 'GSM7', units: 0, parts: 0, left: 160 }],
	['one full part', 'a'.repeat(160), { encoding: 'GSM7', units: 160, parts: 1, left: 0 }],
	['one more than a part', 'a'.repeat(161), { encoding: 'GSM7', units: 161, parts: 2, left: 145 }],
	['two full parts', 'a'.repeat(306), { encoding: 'GSM7', units: 306, parts: 2, left: 0 }],
	['one more than two parts', 'a'.repeat(307), { encoding: 'GSM7', units: 307, parts: 3, left: 152 }],
	['umlauts of the alphabet', 'Grüße, Ø, æ, é', { encoding: 'GSM7', units: 14, parts: 1, left: 146 }],
	['the euro sign is two', '€'.repeat(80), { encoding: 'GSM7', units: 160, parts: 1, left: 0 }],
	['Icelandic is outside the alphabet', 'þ'.repeat(70), { encoding: 'UCS2', units: 70, parts: 1, left: 0 }],
	['one more than a part of it', 'ð'.repeat(71), { encoding: 'UCS2', units: 71, parts: 2, left: 63 }],
	['Polish', 'Zażółć', { encoding: 'UCS2', units: 6, parts: 1, left: 64 }],
	['an emoji is two units', '🙂'.repeat(35), { encoding: 'UCS2', units: 70, parts: 1, left: 0 }],
] as const)('%s', (_, text, expected) => {
	expect(smsLength(text)).toEqual(expected);
});

test('no character is cut in two between parts', () => {
	// 152 and an escaped one: it goes to the second part whole.
	expect(smsLength(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toMatchObject({ units: 305, parts: 2, left: 0 });
	expect(smsLength(`${'þ'.repeat(66)}🙂${'þ'.repeat(66)}`)).toMatchObject({ units: 134, parts: 3, left: 66 });
});
