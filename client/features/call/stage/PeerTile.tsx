import { useTrackStream } from '../devices/useTrackStream.ts';
import type { TileId } from './arrangement.ts';
import { useCall, useSession } from './callContext.ts';
import { Tile } from './Tile.tsx';

/** The tile of anybody on the stage, ourselves included. */
export function PeerTile({ id, className }: { id: TileId; className?: string }) {
	const self = useCall((state) => state.self);
	const peer = useCall((state) => state.peers.find((one) => one.peerId === id.peerId));
	const own = useTrackStream(useSession().media, id.source);
	const style = className === undefined ? {} : { className };
	if (self?.peerId === id.peerId) return <Tile id={id} peer={self} stream={own} isSelf {...style} />;
	if (!peer) return null;
	return <Tile id={id} peer={peer} stream={peer.streams[id.source] ?? null} {...style} />;
}
