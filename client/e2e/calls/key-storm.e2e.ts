import { afterAll, beforeAll, expect, test } from 'vitest';
import { callNotifications } from '../../../shared/contract/signalling/notifications.ts';
import type { PeerInfo } from '../../../shared/contract/signalling/peer.ts';
import type { CallTicket } from '../../../signalling/ports.ts';
import type { CallClient } from '../../../signalling/testing/CallClient.ts';
import { startSignalling, visit, type SignallingServer } from '../../../signalling/testing/signallingServer.ts';
import { CallKeys } from '../../features/call/e2ee/CallKeys.ts';
import type { ComparisonCode } from '../../features/call/e2ee/group/comparisonCode.ts';

let server: SignallingServer;
beforeAll(async () => {
	server = await startSignalling();
});
afterAll(() => server.close());

interface Member {
	client: CallClient;
	peerId: string;
	keys: CallKeys;
	code: ComparisonCode | null;
	members: number;
}

/** Somebody whose device keeps the keys as a page does, without media. The host admits whoever waits. */
async function enter(person: CallTicket, host?: Member): Promise<Member> {
	const { client, entrance, peerId } = await server.join(person);
	let roster: PeerInfo[] = entrance.state === 'admitted' ? entrance.room.peers : [];
	const member: Member = {
		client,
		peerId,
		code: null,
		members: 0,
		keys: new CallKeys({
			identity: { peerId, name: person.name },
			suite: 'postQuantum',
			request: (name, data) => client.ask(name, data),
			knows: ({ peerId: id, name }) => roster.some((peer) => peer.peerId === id && peer.name === name),
			frames: { addEpoch: () => undefined, sendUnder: () => undefined, forget: () => undefined },
			changed: ({ code, members }) => {
				member.code = code;
				member.members = members.length;
			},
			received: () => undefined,
			failed: (error) => {
				throw error;
			},
			now: () => performance.now(),
		}),
	};
	client.socket.onAny((name: string, data: unknown) => {
		if (name === 'admitted') {
			roster = callNotifications.admitted.parse(data).room.peers;
			member.keys.arrive(person.appointmentId);
		} else if (name === 'peerJoined') roster.push(callNotifications.peerJoined.parse(data).peer);
		else if (name === 'peerLeft') {
			const gone = callNotifications.peerLeft.parse(data);
			roster = roster.filter((peer) => peer.peerId !== gone.peerId);
		} else if (name === 'keysWanted') member.keys.wanted(callNotifications.keysWanted.parse(data));
		else if (name === 'keysFounded') member.keys.founded(callNotifications.keysFounded.parse(data));
		else if (name === 'keysCommitted') member.keys.committed(callNotifications.keysCommitted.parse(data));
		else if (name === 'keysReached') member.keys.reached(callNotifications.keysReached.parse(data));
		else if (name === 'keysWelcome') member.keys.welcomed(callNotifications.keysWelcome.parse(data));
	});
	member.keys.arrive(entrance.state === 'admitted' ? person.appointmentId : null);
	if (entrance.state === 'waiting') await host?.client.ask('admit', { peerId });
	return member;
}

async function expectOneGroup(members: readonly Member[]): Promise<void> {
	const state = async () => {
		const groups = new Map<string, number>();
		for (const { code, members: count } of members) {
			const group = `${code === null ? 'none' : (await code()).join(' ')} of ${count}`;
			groups.set(group, (groups.get(group) ?? 0) + 1);
		}
		return [...groups.entries()];
	};
	await expect
		.poll(() => members.every(({ members: count }) => count === members.length), { timeout: 60_000, interval: 200 })
		.toBe(true);
	await expect
		.poll(state, { timeout: 60_000, interval: 200 })
		.toEqual([[expect.stringMatching(new RegExp(`^(\\d{5} ?){5} of ${members.length}$`)), members.length]]);
}

function leave(member: Member): Promise<unknown> {
	member.keys.close();
	return member.client.ask('leave', {});
}

test('thirty people who come and go at once end in one group, also without its keeper', async () => {
	const at = visit();
	const host = await enter(at.host);
	const people = Array.from({ length: 29 }, (_, index) => at.attendee(`Person ${index}`));
	const others = await Promise.all(people.map((person) => enter(person, host)));
	await expectOneGroup([host, ...others]);

	const staying = others.filter((_, index) => index % 2 === 0);
	const going = others.filter((member) => !staying.includes(member));
	const late = at.attendee('Late');
	const [newcomer] = await Promise.all([enter(late, host), ...going.map(leave)]);
	await leave(host);
	await expectOneGroup([...staying, newcomer]);
});
