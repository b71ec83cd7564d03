import { expect, test } from 'vitest';
import { groupChange } from './groupChange.ts';

const [anna, bo, vera] = ['Anna', 'Bo', 'Vera'].map((name) => ({ peerId: name.toLowerCase(), name }));
const at = '2026-03-01T14:01:00Z';

test.each([
	['somebody comes', [anna], [anna, bo], { came: ['Bo'], went: [] }],
	['somebody goes', [anna, bo], [anna], { came: [], went: ['Bo'] }],
	['both at once', [anna, bo], [anna, vera], { came: ['Vera'], went: ['Bo'] }],
	['the keys are renewed', [anna, bo], [anna, bo], { came: [], went: [] }],
	['we come in ourselves', [], [anna, bo], { came: [], went: [] }],
])('%s', (_, before, after, change) => {
	const known = (people: typeof before) => people.flatMap((person) => person ?? []);
	expect(groupChange(known(before), known(after), at)).toEqual({ at, ...change });
});
