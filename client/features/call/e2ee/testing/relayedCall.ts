import { expect } from 'vitest';
import type { KeyRelay } from './KeyRelay.ts';
import { type TestPeer } from './KeyRelay.ts';

/** Waits for what the groups do in their own time. */
export const until = (condition: () => unknown): ReturnType<typeof expect.poll> =>
	expect.poll(condition, { timeout: 5_000, interval: 5 });

/** Somebody alone in a group that they founded. */
export async function founded(relay: KeyRelay, person = 0): Promise<TestPeer> {
	const peer = relay.join(person);
	await until(() => peer.offer).not.toBeNull();
	peer.keys.wanted({ found: true, add: [], remove: [] });
	await until(() => relay.founded.length).toBe(1);
	const { group } = relay.founded.splice(0)[0] ?? { group: '' };
	peer.keys.founded({ group });
	await until(() => peer.state.members.length).toBe(1);
	return peer;
}

/** The keeper's next commit, taken by the server and passed on. */
export async function passNext(relay: KeyRelay) {
	await until(() => relay.commits.length).toBeGreaterThan(0);
	const [next] = relay.commits.splice(0, 1);
	if (!next) throw new Error('no commit');
	relay.pass(next);
	return next.data;
}

/** A host and so many others in one group. */
export async function callOf(relay: KeyRelay, others: number): Promise<TestPeer[]> {
	const host = await founded(relay);
	const peers = Array.from({ length: others }, (_, index) => relay.join(index + 1));
	await until(() => peers.every(({ offer }) => offer)).toBe(true);
	relay.want(host, peers);
	await passNext(relay);
	await sameCode([host, ...peers]);
	return [host, ...peers];
}

/** Waits until all of these are in one group of them, with another code than `not`. */
export async function sameCode(peers: readonly TestPeer[], not: unknown = null): Promise<void> {
	const codes = () => new Set(peers.map(({ state }) => state.code?.join(' ')));
	await until(() => codes().size === 1 && !codes().has(undefined) && !codes().has(String(not))).toBe(true);
	for (const { state } of peers) expect(state.members).toHaveLength(peers.length);
}

export const codeOf = (peer: TestPeer | undefined) => peer?.state.code?.join(' ');
