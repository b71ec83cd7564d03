import { useEffect, useState } from 'react';

/** The present time in milliseconds, renewed every `intervalMs`; for waiting times and the line of *now*. */
export function useNow(intervalMs: number): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), intervalMs);
		return () => clearInterval(timer);
	}, [intervalMs]);
	return now;
}
