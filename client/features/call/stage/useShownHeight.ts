import { useEffect, type RefObject } from 'react';
import { useSession } from './callContext.ts';
import type { TileId } from './arrangement.ts';

/** Tells the session how high a tile's picture is shown, so that no larger one is sent; 0 once it is off the stage. */
export function useShownHeight(frame: RefObject<HTMLElement | null>, id: TileId | null, shown: boolean): void {
	const session = useSession();
	const peerId = id?.peerId;
	const source = id?.source;
	useEffect(() => {
		const element = frame.current;
		if (!element || !peerId || !source || !shown) return undefined;
		const observer = new ResizeObserver(([entry]) => {
			if (entry) session.showAt(peerId, source, Math.round(entry.contentRect.height * devicePixelRatio));
		});
		observer.observe(element);
		return () => {
			observer.disconnect();
			session.showAt(peerId, source, 0);
		};
	}, [frame, session, peerId, source, shown]);
}
