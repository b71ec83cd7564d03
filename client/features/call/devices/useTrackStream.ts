import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import type { LocalMedia } from '../session/LocalMedia.ts';

/** The stream of one of our own sources, for showing it; null while the source is off. */
export function useTrackStream(media: LocalMedia, source: MediaSource): MediaStream | null {
	const track = useStore(media.store, (state) => state.tracks[source]);
	return useMemo(() => (track ? new MediaStream([track]) : null), [track]);
}
