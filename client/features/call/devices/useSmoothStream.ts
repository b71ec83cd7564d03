import { useState } from 'react';

/**
 * For an element that plays a stream: what to play when another stream takes its place. The old one goes on until the
 * new one, played unseen and unheard meanwhile, calls `ready`.
 */
export function useSmoothStream(stream: MediaStream): {
	shown: MediaStream;
	next: MediaStream | null;
	ready: () => void;
} {
	const [shown, setShown] = useState(stream);
	return { shown, next: stream === shown ? null : stream, ready: () => setShown(stream) };
}
