import { useEffect, useState } from 'react';
import { listGroupDates, type GroupDate } from '../../../shared/contract/groupPlaces.ts';
import type { Api } from '../../lib/api.ts';

export interface Dates {
	/** Soonest first; null while the first are on their way. */
	dates: readonly GroupDate[] | null;
	isLoading: boolean;
	error: unknown;
	readAgain(): void;
}

/** The dates of a group. Asked for each time that they are shown, as places go. */
export function useGroupDates(api: Api, slug: string, serviceId: string, isShown: boolean): Dates {
	const [known, setKnown] = useState<{ serviceId: string; dates: readonly GroupDate[] } | null>(null);
	const [error, setError] = useState<unknown>(null);
	const [attempt, setAttempt] = useState(0);

	useEffect(() => {
		if (!isShown) return undefined;
		const leaving = new AbortController();
		api.call(listGroupDates, { params: { slug }, query: { serviceId } }, { signal: leaving.signal }).then(
			({ dates }) => {
				setKnown({ serviceId, dates });
				setError(null);
			},
			(failure: unknown) => {
				if (!leaving.signal.aborted) setError(failure);
			},
		);
		return () => leaving.abort();
	}, [api, slug, serviceId, isShown, attempt]);

	const dates = known?.serviceId === serviceId ? known.dates : null;
	return { dates, isLoading: dates === null, error, readAgain: () => setAttempt(attempt + 1) };
}
