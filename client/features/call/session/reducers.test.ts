import { expect, test } from 'vitest';
import type { PeerInfo, RoomSnapshot, WaitingPeer } from '../../../../shared/contract/signalling/peer.ts';
import * as reduce from './reducers.ts';
import { initialCallState, type CallState } from './state.ts';

const peer = (peerId: string, over: Partial<PeerInfo> = {}): PeerInfo => ({
	peerId,
	name: `Peer ${peerId}`,
	role: 'attendee',
	attendeeId: null,
	media: { mic: true, camera: true, screen: false },
	handRaised: false,
	connected: true,
	...over,
});
const room = (over: Partial<RoomSnapshot> = {}): RoomSnapshot => ({
	appointmentId: 'visit',
	title: 'Consultation',
	startedAt: '2026-03-01T14:00:00Z',
	peers: [peer('self', { role: 'host' }), peer('a')],
	awaited: [],
	topology: { mode: 'direct', epoch: 1, politePeerId: 'a' },
	iceServers: [],
	relayOnly: false,
	...over,
});
const waiting = (peerId: string): WaitingPeer => ({
	peerId,
	attendeeId: 'attendee',
	appointmentId: 'visit',
	name: `Waiting ${peerId}`,
	since: '2026-03-01T13:55:00Z',
	connected: true,
	encrypts: true,
});
const message = (own: boolean) => ({ id: '1', name: 'A', own, text: 'Hello', sentAt: '2026-03-01T14:01:00Z' });
// The reducers only pass streams on, so that what stands for one here needs nothing of a browser's.
const stream = {} as MediaStream;

function after(state: CallState, ...changes: ((state: CallState) => Partial<CallState>)[]): CallState {
	let now = state;
	for (const change of changes) now = Object.assign({}, now, change(now));
	return now;
}
const inRoom = after(initialCallState, (state) => reduce.enterRoom(state, room(), 'self'));
const kinds = (state: CallState) => state.notices.map(({ kind }) => kind);

test('entering tells oneself from the others', () => {
	expect(inRoom).toMatchObject({ phase: 'inCall', self: { peerId: 'self' }, title: 'Consultation' });
	expect(inRoom.peers.map(({ peerId }) => peerId)).toEqual(['a']);
});

test('who is awaited after a restart stays as somebody who is away, and comes back or goes', () => {
	const away = after(
		inRoom,
		(state) => reduce.remoteStream(state, 'a', 'camera', stream),
		(state) => reduce.enterRoom(state, room({ peers: [peer('self')], awaited: ['a', 'unknown'] }), 'self'),
	);
	expect(away.peers).toEqual([{ ...peer('a', { connected: false }), streams: { camera: stream } }]);
	const back = after(away, (state) => reduce.peerJoined(state, peer('a')));
	expect(back.peers).toEqual([{ ...peer('a'), streams: { camera: stream } }]);
	expect(kinds(back)).toEqual(['returned']);
	expect(after(away, (state) => reduce.peerLeft(state, 'a')).peers).toEqual([]);
});

test('coming back keeps the streams of those who are still there, and what was written', () => {
	const back = after(
		inRoom,
		(state) => reduce.remoteStream(state, 'a', 'camera', stream),
		(state) => reduce.chatSaid(state, message(false)),
		(state) => reduce.enterRoom(state, room({ peers: [...room().peers, peer('b')] }), 'self'),
	);
	expect(back.peers[0]?.streams.camera).toBe(stream);
	expect(back.peers[1]?.streams).toEqual({});
	expect(back).toMatchObject({ unreadChat: 1, chat: [{ text: 'Hello' }] });
});

test('a peer who joins is announced once, however often it is said', () => {
	const joined = after(
		inRoom,
		(state) => reduce.peerJoined(state, peer('b')),
		(state) => reduce.peerJoined(state, peer('b')),
	);
	expect(joined.peers).toHaveLength(2);
	expect(kinds(joined)).toEqual(['joined']);
});

test.each<[string, Partial<PeerInfo>, Partial<PeerInfo>, string[]]>([
	['a raised hand is said', {}, { handRaised: true }, ['handRaised']],
	['a lowered hand is not', { handRaised: true }, {}, []],
	['a lost connection is said', {}, { connected: false }, ['lost']],
	['so is its return', { connected: false }, {}, ['returned']],
	['a muted microphone is not', {}, { media: { mic: false, camera: true, screen: false } }, []],
])('%s', (_, before, now, said) => {
	const state = after(
		after(initialCallState, (start) =>
			reduce.enterRoom(start, room({ peers: [peer('self'), peer('a', before)] }), 'self'),
		),
		(known) => reduce.peerChanged(known, peer('a', now)),
	);
	expect(kinds(state)).toEqual(said);
	expect(state.peers[0]).toMatchObject(now);
});

test('who leaves is neither pinned nor speaking any more', () => {
	const left = after({ ...inRoom, pinnedPeerId: 'a', activeSpeakers: ['a', 'b'] }, (state) =>
		reduce.peerLeft(state, 'a'),
	);
	expect(left).toMatchObject({ peers: [], pinnedPeerId: null, activeSpeakers: ['b'] });
});

test('a change of somebody unknown, and an own one, touch no other', () => {
	expect(reduce.peerChanged(inRoom, peer('nobody'))).toEqual({});
	expect(reduce.peerChanged(inRoom, peer('self', { handRaised: true }))).toMatchObject({ self: { handRaised: true } });
});

test('each person at the door is announced once, and the notice goes with them', () => {
	const two = after(
		inRoom,
		(state) => reduce.waitingChanged(state, [waiting('x')]),
		(state) => reduce.waitingChanged(state, [waiting('x'), waiting('y')]),
	);
	expect(two.notices.map(({ name }) => name)).toEqual(['Waiting x', 'Waiting y']);
	const one = after(two, (state) => reduce.waitingChanged(state, [waiting('y')]));
	expect(one.notices.map(({ name }) => name)).toEqual(['Waiting y']);
});

test('a message counts as unread unless the chat is open or it is our own', () => {
	expect(reduce.chatSaid(inRoom, message(false))).toMatchObject({ unreadChat: 1 });
	expect(reduce.chatSaid({ ...inRoom, panel: 'chat' }, message(false))).not.toHaveProperty('unreadChat');
	expect(reduce.chatSaid(inRoom, message(true))).not.toHaveProperty('unreadChat');
});

test('a source that ends is taken away, the others stay', () => {
	const state = after(
		inRoom,
		(now) => reduce.remoteStream(now, 'a', 'camera', stream),
		(now) => reduce.remoteStream(now, 'a', 'screen', stream),
		(now) => reduce.remoteStream(now, 'a', 'screen', null),
	);
	expect(state.peers[0]?.streams).toEqual({ camera: stream });
});
