import { expect, test } from 'vitest';
import { groupDifferences } from './groupDifferences.ts';

const anna = { peerId: 'a', name: 'Anna Demo' };
const bo = { peerId: 'b', name: 'Bo Demo' };

test('names who has the keys without being on the list, and the other way round', () => {
	expect(groupDifferences([anna, bo], [bo, anna])).toEqual({ strangers: [], missing: [] });
	expect(groupDifferences([anna, bo], [anna])).toEqual({ strangers: ['Bo Demo'], missing: [] });
	expect(groupDifferences([anna], [anna, bo])).toEqual({ strangers: [], missing: ['Bo Demo'] });
	const other = { peerId: 'b', name: 'Beata Demo' };
	expect(groupDifferences([anna, other], [anna, bo])).toEqual({ strangers: ['Beata Demo'], missing: ['Bo Demo'] });
});
