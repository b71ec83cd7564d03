import { expect, it } from 'vitest';
import { Handover } from './Handover.ts';
import type { MediaPath, Reception } from './MediaPath.ts';

/** A path over which these come, of which nothing has been heard or seen. */
const pathWith = (...sources: Reception['source'][]): MediaPath => ({
	...{ mode: 'direct', epoch: 0 },
	receptions: () => sources.map((source) => ({ peerId: null, source, getStats: async () => new Map() })),
	transportStats: async () => new Map(),
	sendingStats: async () => new Map(),
	setTrack: () => undefined,
	showAt: () => undefined,
	recover: () => undefined,
	close: () => undefined,
});
const sound = Object.assign(new EventTarget(), { muted: true, readyState: 'live' });
const microphone = { peerId: null, source: 'mic' } as const;

it('waits for nothing where nothing came before: unheard, no sound would ever be decoded', async () => {
	const handover = new Handover(pathWith(), () => undefined);
	await expect(
		handover.arrival(pathWith('mic'), microphone, sound as unknown as MediaStreamTrack),
	).resolves.toBeUndefined();
	expect(handover.bridges).toBe(true);
	handover.nextStands();
	expect(handover.bridges).toBe(false);
	handover.end();
});
