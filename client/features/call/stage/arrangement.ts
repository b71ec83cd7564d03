import type { PeerInfo } from '../../../../shared/contract/signalling/peer.ts';
import type { CallState } from '../session/state.ts';

/** One picture on the stage: a person's camera (or avatar), or the screen they share. */
export interface TileId {
	peerId: string;
	source: 'camera' | 'screen';
}

export interface Arrangement {
	/** Shown large, with the rest in a strip; null when all are equal. */
	large: TileId | null;
	/** Everything else, in order; our own tile last. */
	rest: TileId[];
	/** Our own picture floats in a corner instead of taking a place. */
	selfFloats: boolean;
}

type Shown = Pick<PeerInfo, 'peerId' | 'media'>;

interface ArrangementInput extends Pick<CallState, 'view' | 'pinnedPeerId' | 'activeSpeakers'> {
	self: Shown;
	peers: readonly Shown[];
}

/** Decides what is shown large: what somebody shares, who is pinned, who speaks; with one other, that one. */
export function arrange(input: ArrangementInput): Arrangement {
	const { self, peers, view } = input;
	const own: TileId = { peerId: self.peerId, source: 'camera' };
	const shared = peers.filter((peer) => peer.media.screen).map((peer) => tile(peer, 'screen'));
	const people = peers.map((peer) => tile(peer, 'camera'));
	if (people.length === 0) return { large: own, rest: [], selfFloats: false };
	const [only] = people;
	if (only && people.length === 1 && shared.length === 0) return { large: only, rest: [], selfFloats: true };
	if (view === 'grid' && shared.length === 0) return { large: null, rest: [...people, own], selfFloats: false };
	const large =
		shared[0] ?? tileOf(people, input.pinnedPeerId) ?? firstOf(people, input.activeSpeakers) ?? people[0] ?? own;
	const rest = [...shared, ...people, own].filter(
		(other) => other.peerId !== large.peerId || other.source !== large.source,
	);
	return { large, rest, selfFloats: false };
}

/**
 * How many columns make tiles of 16:9 largest.
 * @param width and height of the free area, in any one unit
 */
export function gridColumns(count: number, width: number, height: number): number {
	const area = (columns: number) => {
		const rows = Math.ceil(count / columns);
		const tileWidth = Math.min(width / columns, ((height / rows) * 16) / 9);
		return tileWidth * tileWidth;
	};
	const options = Array.from({ length: Math.max(1, count) }, (_, index) => index + 1);
	return options.reduce((best, columns) => (area(columns) >= area(best) ? columns : best), 1);
}

const tile = ({ peerId }: Shown, source: TileId['source']): TileId => ({ peerId, source });

const tileOf = (people: readonly TileId[], peerId: string | null) => people.find((one) => one.peerId === peerId);

const firstOf = (people: readonly TileId[], speakers: readonly string[]) =>
	speakers.map((peerId) => tileOf(people, peerId)).find((found) => found !== undefined);
