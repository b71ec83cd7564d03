import { useEffect, useState, type RefObject } from 'react';

/** The size of an element in CSS pixels, as it changes. */
export function useSize(ref: RefObject<HTMLElement | null>): { width: number; height: number } {
	const [size, setSize] = useState({ width: 1, height: 1 });
	useEffect(() => {
		if (!ref.current) return undefined;
		const observer = new ResizeObserver(([entry]) => {
			if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
		});
		observer.observe(ref.current);
		return () => observer.disconnect();
	}, [ref]);
	return size;
}
