import { describe, expect, it } from 'vitest';
import { KeyRelay } from './testing/KeyRelay.ts';
import { callOf, codeOf, founded, passNext, sameCode, until } from './testing/relayedCall.ts';

describe('the keys of a device in a call', { timeout: 20_000 }, () => {
	it('founds a group, adds who comes, and gives each epoch to the frames', async () => {
		const relay = new KeyRelay();
		const [host, anna] = await callOf(relay, 1);
		// Nobody else had the key before: the host goes on at once.
		expect(host?.epochs.map((keys) => [keys?.epoch, keys?.sendAfterMs])).toEqual([
			[0n, 0],
			[1n, 0],
		]);
		expect(anna?.epochs.map((keys) => [keys?.epoch, keys?.sendAfterMs])).toEqual([[1n, 0]]);
		expect(host?.state.members.map(({ name }) => name)).toEqual(['Person 0', 'Person 1']);
		const bo = relay.join(2);
		await until(() => bo.offer).not.toBeNull();
		if (host) relay.want(host, [bo]);
		await passNext(relay);
		await sameCode(relay.peers);
		expect(anna?.epochs.at(-1)?.sendAfterMs).toBe(300);
		expect(bo.epochs.at(-1)?.sendAfterMs).toBe(0);
	});

	it('takes out who left, and only those', async () => {
		const relay = new KeyRelay();
		const [host, anna, bo] = await callOf(relay, 2);
		if (!host || !anna || !bo) throw new Error('nobody');
		const before = codeOf(host);
		relay.leave(bo);
		relay.want(host, [], [bo, anna]);
		const { removed } = await passNext(relay);
		expect(removed).toEqual([bo.peerId]);
		await sameCode([host, anna], before);
		expect(bo.epochs.at(-1)?.epoch).toBe(1n);
		expect(anna.epochs.at(-1)?.sendAfterMs).toBe(300);
	});

	it('does not add somebody whose offer is another person’s, nor one that is spoilt, but the rest', async () => {
		const relay = new KeyRelay();
		const host = await founded(relay);
		const impostor = relay.join(2, 7);
		const spoilt = relay.join(3);
		const anna = relay.join(1);
		await until(() => relay.peers.every(({ offer }) => offer)).toBe(true);
		spoilt.offer = spoilt.offer?.map((byte, index, all) => (index === all.length - 1 ? byte ^ 1 : byte)) ?? null;
		relay.want(host, [impostor, spoilt, anna]);
		const { added, refused } = await passNext(relay);
		expect(added).toEqual([anna.peerId]);
		expect(refused).toEqual([impostor.peerId, spoilt.peerId]);
		await until(() => anna.state.members.length).toBe(2);
	});

	it('offers anew when a commit was lost, and is added again', async () => {
		const relay = new KeyRelay();
		const [host, anna] = await callOf(relay, 1);
		if (!host || !anna) throw new Error('nobody');
		const usedUp = anna.offer;
		const come = async (person: number) => {
			const peer = relay.join(person);
			await until(() => peer.offer).not.toBeNull();
			relay.want(host, [peer]);
			await passNext(relay);
			await until(() => peer.state.code).not.toBeNull();
		};
		relay.leave(anna);
		await come(2);
		relay.peers.push(anna);
		await come(3);
		await until(() => anna.offer !== usedUp).toBe(true);
		relay.want(host, [anna]);
		await passNext(relay);
		await sameCode(relay.peers);
	});

	it('keeps its own commit until the order is known: the first counts, also when it is another one’s', async () => {
		const relay = new KeyRelay();
		const [host, anna, bo] = await callOf(relay, 2);
		if (!host || !anna || !bo) throw new Error('nobody');
		relay.leave(bo);
		relay.want(host, [], [bo]);
		relay.want(anna, [], [bo]);
		await until(() => relay.commits.length).toBe(2);
		const [, second] = relay.commits.splice(0);
		const before = codeOf(host);
		if (second) relay.pass(second);
		await sameCode([host, anna], before);
		const dora = relay.join(4);
		await until(() => dora.offer).not.toBeNull();
		relay.want(host, [dora]);
		await passNext(relay);
		await until(() => dora.state.members.length).toBe(3);
	});

	it('leaves a group that is over, forgets its keys, and offers anew', async () => {
		const relay = new KeyRelay();
		const [host, anna] = await callOf(relay, 1);
		if (!host || !anna) throw new Error('nobody');
		const first = anna.offer;
		anna.keys.founded({ group: 'ff' });
		await until(() => anna.offer !== first).toBe(true);
		expect(anna.epochs.at(-1)).toBeNull();
		expect(anna.state.code).toBeNull();
	});

	it('brings what one writes to all others, by the name of their keys, and to nobody who came later', async () => {
		const relay = new KeyRelay();
		const [host, anna] = await callOf(relay, 1);
		if (!host || !anna) throw new Error('nobody');
		await anna.keys.send({ kind: 'chat', text: '  Before  ' });
		const bo = relay.join(2);
		await until(() => bo.offer).not.toBeNull();
		relay.want(host, [bo]);
		await passNext(relay);
		await sameCode(relay.peers);
		await anna.keys.send({ kind: 'chat', text: 'After' });
		const [before, after] = relay.sealed.splice(0);
		if (!before || !after) throw new Error('nothing sent');
		expect(Buffer.from(after.sealed).includes('After')).toBe(false);
		// Written in an epoch that ended on the way: those who were in it read it still.
		relay.tell(before);
		relay.tell(after);
		const chat = (text: string) => ({ from: 'Person 1', message: { kind: 'chat', text } });
		await until(() => bo.received).toEqual([chat('After')]);
		await until(() => host.received).toEqual([chat('Before'), chat('After')]);
	});

	it('hears nothing twice, nothing changed, and nothing of those who were removed', async () => {
		const relay = new KeyRelay();
		const [host, anna, bo] = await callOf(relay, 2);
		if (!host || !anna || !bo) throw new Error('nobody');
		await bo.keys.send({ kind: 'chat', text: 'Once' });
		const [once] = relay.sealed.splice(0);
		if (!once) throw new Error('nothing sent');
		relay.tell(once);
		relay.tell(once);
		relay.tell({
			...once,
			sealed: once.sealed.map((byte, index) => (index === once.sealed.length - 1 ? byte ^ 1 : byte)),
		});
		relay.leave(bo);
		relay.want(host, [], [bo]);
		const commit = await passNext(relay);
		await sameCode([host, anna], codeOf(bo));
		await bo.keys.send({ kind: 'chat', text: 'Still here' });
		for (const late of relay.sealed.splice(0)) relay.tell(late);
		// A commit is one, by whichever way it comes.
		anna.keys.sealedReceived({ sealed: new Uint8Array(commit.commit[0] ?? []) });
		await anna.keys.send({ kind: 'chat', text: 'Gone' });
		for (const last of relay.sealed.splice(0)) relay.tell(last);
		await until(() => host.received.map(({ message }) => message)).toEqual([
			{ kind: 'chat', text: 'Once' },
			{ kind: 'chat', text: 'Gone' },
		]);
		expect(anna.received).toEqual([{ from: 'Person 2', message: { kind: 'chat', text: 'Once' } }]);
	});

	it('says that nothing can be written as long as there are no keys', async () => {
		const peer = new KeyRelay().join(0);
		await expect(peer.keys.send({ kind: 'chat', text: 'Hello?' })).rejects.toMatchObject({ code: 'KEYS_MISSING' });
	});

	it('sends an offer once, also when the door opens while it is on its way', async () => {
		const relay = new KeyRelay();
		const answered = Promise.withResolvers<void>();
		relay.answering = answered.promise;
		const host = relay.join(0);
		host.keys.arrive(null);
		await until(() => host.offer).not.toBeNull();
		// What it was told it has done when it founds.
		host.keys.wanted({ found: true, add: [], remove: [] });
		await until(() => relay.founded.length).toBe(1);
		expect(host.offers).toBe(1);
		answered.resolve();
	});

	it('says what it reads where others go on with the key before, and no longer does when all read it', async () => {
		const relay = new KeyRelay();
		const [host, anna] = await callOf(relay, 1);
		const bo = relay.join(2);
		await until(() => bo.offer).not.toBeNull();
		if (host) relay.want(host, [bo]);
		const { group } = await passNext(relay);
		await sameCode(relay.peers);
		// Alone, the host had nobody to wait for; who was added has no key before.
		expect(relay.reached.map(({ peer, epoch }) => [peer.name, epoch]).toSorted()).toEqual([
			['Person 0', 2],
			['Person 1', 2],
		]);
		for (const peer of relay.peers) peer.keys.reached({ group, epoch: 2 });
		await until(() => anna?.sendsUnder).toEqual([2n]);
	});

	it('is not moved by rubbish, and sends an offer again that did not arrive', async () => {
		const relay = new KeyRelay();
		relay.offline = true;
		const host = relay.join(0);
		host.keys.welcomed({ group: 'aa', welcome: [new Uint8Array(50)] });
		host.keys.committed({ group: 'aa', epoch: 0, commit: [new Uint8Array(50)] });
		host.keys.wanted({ found: false, add: [], remove: [] });
		relay.offline = false;
		host.keys.arrive(null);
		await until(() => host.offer).not.toBeNull();
		expect(host.state.code).toBeNull();
		expect(host.epochs).toEqual([]);
	});
});
