import { memo } from 'react';
import { useTrackStream } from '../devices/useTrackStream.ts';
import type { TileId } from './arrangement.ts';
import { useCall, useSession } from './callContext.ts';
import { Tile } from './Tile.tsx';

interface PeerTileProps {
	id: TileId;
	className?: string;
}

/** The tile of anybody on the stage, ourselves included. Others who come or go do not draw it anew. */
export const PeerTile = memo(function PeerTile({ id, className }: PeerTileProps) {
	const self = useCall((state) => state.self);
	const peer = useCall((state) => state.peers.find((one) => one.peerId === id.peerId));
	const own = useTrackStream(useSession().media, id.source);
	const style = className === undefined ? {} : { className };
	if (self?.peerId === id.peerId) return <Tile id={id} peer={self} stream={own} isSelf {...style} />;
	if (!peer) return null;
	return <Tile id={id} peer={peer} stream={peer.streams[id.source] ?? null} {...style} />;
}, isSame);

function isSame(a: PeerTileProps, b: PeerTileProps): boolean {
	return a.id.peerId === b.id.peerId && a.id.source === b.id.source && a.className === b.className;
}
