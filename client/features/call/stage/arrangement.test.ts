import { expect, test } from 'vitest';
import { arrange, gridColumns } from './arrangement.ts';

const shown = (peerId: string, screen = false) => ({ peerId, media: { mic: true, camera: true, screen } });
const base = { self: shown('self'), view: 'speaker' as const, pinnedPeerId: null, activeSpeakers: [] };

test('alone, one sees oneself', () => {
	expect(arrange({ ...base, peers: [] })).toMatchObject({ large: { peerId: 'self' }, rest: [], selfFloats: false });
});

test('with one other, that one is large and our own picture floats, in either view', () => {
	for (const view of ['speaker', 'grid'] as const) {
		expect(arrange({ ...base, view, peers: [shown('a')] })).toEqual({
			large: { peerId: 'a', source: 'camera' },
			rest: [],
			selfFloats: true,
		});
	}
});

test.each([
	['the first when nobody speaks', {}, 'a'],
	['who speaks', { activeSpeakers: ['b', 'a'] }, 'b'],
	['the first other when we speak ourselves', { activeSpeakers: ['self', 'c'] }, 'c'],
	['who is pinned, whoever speaks', { pinnedPeerId: 'c', activeSpeakers: ['b'] }, 'c'],
	['nobody unknown', { pinnedPeerId: 'gone' }, 'a'],
])('in a group the speaker view shows large: %s', (_, over, large) => {
	const peers = [shown('a'), shown('b'), shown('c')];
	const arrangement = arrange({ ...base, peers, ...over });
	expect(arrangement.large?.peerId).toBe(large);
	expect(arrangement.rest).toHaveLength(3);
	expect(arrangement.rest.at(-1)?.peerId).toBe('self');
});

test('in the grid all are equal', () => {
	const { large, rest } = arrange({ ...base, view: 'grid', peers: [shown('a'), shown('b')] });
	expect(large).toBeNull();
	expect(rest.map(({ peerId }) => peerId)).toEqual(['a', 'b', 'self']);
});

test('a shared screen is large in either view, and its owner stays visible', () => {
	const { large, rest } = arrange({ ...base, view: 'grid', peers: [shown('a', true)] });
	expect(large).toEqual({ peerId: 'a', source: 'screen' });
	expect(rest).toEqual([
		{ peerId: 'a', source: 'camera' },
		{ peerId: 'self', source: 'camera' },
	]);
});

test.each([
	[1, 1280, 720, 1],
	[2, 1280, 720, 2],
	[2, 390, 700, 1],
	[4, 1280, 720, 2],
	[6, 1280, 720, 3],
	[9, 1280, 720, 3],
])('%i tiles in %i × %i stand in %i columns', (count, width, height, columns) => {
	expect(gridColumns(count, width, height)).toBe(columns);
});
