import { describe, expect, it } from 'vitest';
import { groupDifferences } from '../stage/groupDifferences.ts';
import { FrameCipher } from './frames/FrameCipher.ts';
import { keptMs, KeyRing } from './frames/KeyRing.ts';
import { deriveKey } from './sframe/keys.ts';
import { encodeMessage } from './group/groupMessage.ts';
import { Lowering } from './Lowering.ts';
import { KeyRelay, type TestPeer } from './testing/KeyRelay.ts';
import { callOf, codeOf, passNext, sameCode, until } from './testing/relayedCall.ts';

const picture = new Uint8Array([0xb1, ...Array.from({ length: 60 }, (_, index) => index)]);

/** The frames of somebody's device, with the keys that they had so far. */
function framesOf(peer: TestPeer, now = 0): FrameCipher {
	const ring = new KeyRing((baseKey, kid) => deriveKey('AES_256_GCM_SHA512_128', baseKey, kid));
	for (const keys of peer.epochs) if (keys) ring.add({ ...keys, sendAfterMs: 0 }, 0);
	return new FrameCipher(ring, () => now);
}

/** Somebody who knows who the host is, and lets frames pass as they are when that one says so. */
const followerOf = (host: TestPeer, lower: () => void) =>
	new Lowering({
		...{ able: true, lowered: false, lower },
		...{ isHost: (peerId) => peerId === host.peerId, tell: () => undefined, changed: () => undefined },
	});

async function trio() {
	const relay = new KeyRelay();
	const [host, anna, bo] = await callOf(relay, 2);
	if (!host || !anna || !bo) throw new Error('nobody');
	return { relay, host, anna, bo };
}

describe('a server that', { timeout: 20_000 }, () => {
	it('injects a member without putting them on the list of people: nobody adds them', async () => {
		const { relay, host } = await trio();
		const eve = relay.join(9);
		await until(() => eve.offer).not.toBeNull();
		relay.leave(eve);
		relay.want(host, [eve]);
		const { added, refused } = await passNext(relay);
		expect(added).toEqual([]);
		expect(refused).toEqual([eve.peerId]);
		expect(host.state.members).toHaveLength(3);
		expect(eve.epochs).toEqual([]);
	});

	it('injects a member with the help of one in the call: all others are shown a stranger', async () => {
		const { relay, host, anna, bo } = await trio();
		const eve = relay.join(9);
		await until(() => eve.offer).not.toBeNull();
		// Bo's page was told of Eve, or is Eve's friend; the others' list does not have her.
		relay.want(bo, [eve]);
		await passNext(relay);
		relay.leave(eve);
		await until(() => [host, anna].every(({ state }) => state.members.length === 4)).toBe(true);
		for (const { state } of [host, anna]) {
			expect(groupDifferences(state.members, relay.peers)).toEqual({ strangers: ['Person 9'], missing: [] });
		}
	});

	it('withholds a removal from everybody: the one who left is shown as a stranger who has the keys', async () => {
		const { relay, host, anna, bo } = await trio();
		relay.leave(bo);
		relay.want(host, [], [bo]);
		await until(() => relay.commits.length).toBe(1);
		for (const { state } of [host, anna]) {
			expect(groupDifferences(state.members, relay.peers)).toEqual({ strangers: ['Person 2'], missing: [] });
		}
	});

	it('withholds a removal from some: they no longer have the code of the others, nor hear or are heard', async () => {
		const { relay, host, anna, bo } = await trio();
		relay.leave(bo);
		relay.leave(anna);
		relay.want(host, [], [bo]);
		await passNext(relay);
		await until(() => host.state.members.length).toBe(2);
		expect(codeOf(host)).not.toBe(codeOf(anna));
		const sealed = await framesOf(host).seal('camera', picture);
		if (!sealed) throw new Error('not sealed');
		const from = { peerId: host.peerId, source: 'camera' } as const;
		for (const deaf of [anna, bo]) expect(await framesOf(deaf).open(from, sealed)).toEqual({ dropped: 'unknownKey' });
		const late = await framesOf(anna).seal('camera', picture);
		if (!late) throw new Error('not sealed');
		const fromAnna = { peerId: anna.peerId, source: 'camera' } as const;
		expect(await framesOf(host).open(fromAnna, late)).toMatchObject({ frame: picture });
		expect(await framesOf(host, keptMs).open(fromAnna, late)).toEqual({ dropped: 'unknownKey' });
	});

	it('replays media to a newcomer, or twice to anybody: it is not shown', async () => {
		const { relay, host, anna } = await trio();
		const sealed = await framesOf(host).seal('camera', picture);
		if (!sealed) throw new Error('not sealed');
		const newcomer = relay.join(3);
		await until(() => newcomer.offer).not.toBeNull();
		relay.want(host, [newcomer]);
		await passNext(relay);
		await sameCode(relay.peers);
		const from = { peerId: host.peerId, source: 'camera' } as const;
		expect(await framesOf(newcomer).open(from, sealed)).toEqual({ dropped: 'unknownKey' });
		const device = framesOf(anna);
		expect(await device.open(from, sealed)).toMatchObject({ frame: picture });
		expect(await device.open(from, sealed)).toEqual({ dropped: 'replayed' });
		expect(await device.open({ ...from, peerId: newcomer.peerId }, sealed)).toEqual({ dropped: 'wrongSender' });
	});

	it("wants a call's encryption lowered: only what a host has said inside the group does it", async () => {
		const { relay, host, anna, bo } = await trio();
		const passes = new Map<TestPeer, boolean>();
		const lowerings = [anna, bo].map((peer) => ({ peer, lowering: followerOf(host, () => passes.set(peer, true)) }));
		const hear = () => {
			for (const { peer, lowering } of lowerings) {
				for (const { from, message } of peer.received.splice(0)) {
					const author = [host, anna, bo].find(({ name }) => name === from);
					if (message.kind === 'lowered' || message.kind === 'unencrypted')
						lowering.told(author?.peerId ?? '', message.kind);
				}
			}
		};
		const said = encodeMessage({ kind: 'lowered' });
		// Said in the clear; in another group, by somebody of the same name; and by one in the group who is no host.
		const other = new KeyRelay();
		const [stranger] = await callOf(other, 1);
		await stranger?.keys.send({ kind: 'lowered' });
		const foreign = other.sealed[0]?.sealed ?? new Uint8Array(1);
		for (const sealed of [said, foreign]) for (const peer of [anna, bo]) peer.keys.sealedReceived({ sealed });
		await bo.keys.send({ kind: 'lowered' });
		for (const sealed of relay.sealed.splice(0)) relay.tell(sealed);
		await until(() => anna.received.length).toBe(1);
		hear();
		expect(passes.size).toBe(0);

		await host.keys.send({ kind: 'lowered' });
		for (const sealed of relay.sealed.splice(0)) relay.tell(sealed);
		await until(() => anna.received.length + bo.received.length).toBe(2);
		hear();
		expect([...passes.keys()]).toEqual([anna, bo]);
	});

	it('reorders commits: who sees it asks to be added again, and all end in one group', async () => {
		const { relay, host, anna, bo } = await trio();
		// The first of two is kept from Anna until the second one was there.
		relay.leave(anna);
		relay.leave(bo);
		relay.want(host, [], [bo]);
		const first = await passNext(relay);
		await until(() => host.state.members.length).toBe(2);
		const dora = relay.join(4);
		await until(() => dora.offer).not.toBeNull();
		relay.want(host, [dora]);
		const second = await passNext(relay);
		await until(() => dora.state.members.length).toBe(3);
		relay.peers.push(anna);
		const before = anna.offer;
		for (const { group, epoch, commit } of [second, first]) {
			anna.keys.committed({ group, epoch, commit: commit.map((piece) => new Uint8Array(piece)) });
		}
		await until(() => anna.offer !== before).toBe(true);
		relay.want(host, [anna]);
		await passNext(relay);
		await sameCode([host, dora, anna]);
	});
});
