import { expect, test } from 'vitest';
import { Lowering, type LoweredState } from './Lowering.ts';

/** Somebody's part in it; `host` is who stands on their list of people as the professional. */
function person({ able = true, lowered = false, host = 'host', self = 'self' } = {}) {
	const seen = { told: [] as string[], passes: false, maySend: false, state: null as LoweredState | null };
	const lowering = new Lowering({
		able,
		lowered,
		isHost: (peerId) => peerId === host,
		tell: (kind) => seen.told.push(kind),
		lower: () => (seen.passes = true),
		changed: (state) => (seen.state = state),
	});
	void lowering.maySend.then(() => (seen.maySend = true));
	lowering.arrive(self);
	return { lowering, seen };
}

test('a host orders it, for good, and says so again whenever somebody may not have heard', () => {
	const { lowering, seen } = person({ self: 'host' });
	lowering.tellAgain();
	expect(seen).toMatchObject({ told: [], passes: false });
	lowering.order();
	lowering.tellAgain();
	expect(seen).toMatchObject({ told: ['lowered', 'lowered'], passes: true, state: { lowered: true } });
});

test('others follow a host, and nobody else', () => {
	const { lowering, seen } = person();
	lowering.told('somebody', 'lowered');
	lowering.told('host', 'unencrypted');
	expect(seen).toMatchObject({ passes: false, state: { lowered: false, unencrypted: ['somebody', 'host'] } });
	lowering.told('host', 'lowered');
	expect(seen).toMatchObject({ passes: true, state: { lowered: true } });
	lowering.tellAgain();
	expect(seen.told).toEqual(['unencrypted']);
});

test('a page that is loaded again remembers it', () => {
	expect(person({ lowered: true }).seen).toMatchObject({ passes: true, state: { lowered: true } });
});

test('a browser that cannot encrypt sends and shows nothing before the host ordered it', async () => {
	const { lowering, seen } = person({ able: false });
	lowering.tellAgain();
	lowering.told('somebody', 'lowered');
	await Promise.resolve();
	expect(seen).toMatchObject({ told: ['unencrypted'], maySend: false, state: { unencrypted: ['self', 'somebody'] } });
	lowering.told('host', 'lowered');
	await lowering.maySend;
	expect(seen.maySend).toBe(true);
});

test('a browser that can encrypt waits for nothing', async () => {
	const { lowering } = person();
	await lowering.maySend;
});
