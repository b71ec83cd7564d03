import { useEffect, useState } from 'react';

export type Loaded<T> = { at: 'loading' } | { at: 'problem'; error: unknown } | { at: 'page'; page: T };

/** What `load` answers, once; `readAgain` asks anew. `load` keeps its identity. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): { place: Loaded<T>; readAgain: () => void } {
	const [place, setPlace] = useState<Loaded<T>>({ at: 'loading' });
	const [attempt, setAttempt] = useState(0);
	useEffect(() => {
		const leaving = new AbortController();
		const show = (next: Loaded<T>) => !leaving.signal.aborted && setPlace(next);
		load(leaving.signal)
			.then((page) => show({ at: 'page', page }))
			.catch((error: unknown) => show({ at: 'problem', error }));
		return () => leaving.abort();
	}, [load, attempt]);
	return { place, readAgain: () => setAttempt((before) => before + 1) };
}
