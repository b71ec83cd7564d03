import type { RoomSnapshot } from '../shared/contract/signalling/peer.ts';
import type { Entrance } from '../shared/contract/signalling/requests.ts';
import { personOf, type Peer } from './Peer.ts';
import type { RoomParts } from './RoomParts.ts';

/** What a peer is told on entering: at the door, or in the call. */
export function entranceFor(peer: Peer, room: RoomParts): Entrance {
	const { peerId, ticket } = peer;
	const { keySuite } = room.deps;
	if (room.members.has(peer)) return { state: 'admitted', peerId, keySuite, ...admissionFor(peer, room) };
	return {
		...{ state: 'waiting', peerId, name: ticket.name, keySuite },
		...{ resumeToken: resumeTokenFor(peer, room), topology: room.path.topology },
	};
}

/** The room as somebody finds it who is in, and the token to come back with. */
export const admissionFor = (peer: Peer, room: RoomParts): { room: RoomSnapshot; resumeToken: string } => ({
	room: snapshotFor(peer, room),
	resumeToken: resumeTokenFor(peer, room),
});

function resumeTokenFor(peer: Peer, { appointmentId, startedAt, path, deps }: RoomParts): string {
	const { peerId, page, since, admittedAt, ticket } = peer;
	const pathEpoch = path.topology.epoch;
	return deps.backend.signPeerRecord({
		...{ appointmentId, person: personOf(ticket), peerId, page },
		...{ since, admittedAt, startedAt, pathEpoch },
	});
}

function snapshotFor(peer: Peer, { appointmentId, title, startedAt, members, awaited, path, deps }: RoomParts) {
	return {
		appointmentId,
		title,
		startedAt,
		peers: members.all.map((member) => member.info()),
		awaited: awaited.ids,
		topology: path.topology,
		iceServers: deps.backend.iceServers(peer.peerId),
	};
}
