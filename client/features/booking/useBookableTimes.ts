import { useCallback, useEffect, useRef, useState } from 'react';
import { listBookableTimes, type BookableTimes, type BookingPage } from '../../../shared/contract/booking.ts';
import type { Api } from '../../lib/api.ts';

export interface Times {
	/** ISO 8601 instants, in order; null while the first are on their way. */
	startTimes: readonly string[] | null;
	/** Whether there can be more after these. */
	hasMore: boolean;
	isLoading: boolean;
	error: unknown;
	loadMore(): void;
	readAgain(): void;
}

/** What this tab holds itself is free for it. */
type What = Pick<BookableTimes, 'serviceId' | 'officeId'> & { holdId: string };

/** The free times of a service in an office. The first that the page brought along are not asked for. */
export function useBookableTimes(
	api: Api,
	page: BookingPage,
	{ serviceId, officeId, holdId }: What,
	isShown: boolean,
): Times {
	const { slug } = page;
	const [known, setKnown] = useState<BookableTimes | null>(page.free);
	const [isLoading, setLoading] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const isFresh = useRef(true);
	const isCurrent = known?.serviceId === serviceId && known.officeId === officeId;

	const load = useCallback(
		async (before: BookableTimes | null, signal?: AbortSignal) => {
			setLoading(true);
			setError(null);
			const from = before?.next ?? undefined;
			try {
				const query = { serviceId, officeId, holdId, ...(from !== undefined && { from }) };
				const next = await api.call(listBookableTimes, { params: { slug }, query }, { ...(signal && { signal }) });
				setKnown({ ...next, days: [...(before?.days ?? []), ...next.days] });
			} catch (failure) {
				if (signal?.aborted) return;
				setError(failure);
			}
			setLoading(false);
		},
		[api, slug, serviceId, officeId, holdId],
	);

	useEffect(() => {
		if (!isShown || officeId === '') return undefined;
		if (isFresh.current) {
			isFresh.current = false;
			if (page.free?.serviceId === serviceId && page.free.officeId === officeId) return undefined;
		}
		const leaving = new AbortController();
		void load(null, leaving.signal);
		return () => leaving.abort();
	}, [isShown, officeId, serviceId, page.free, load]);

	return {
		...{ isLoading, error },
		startTimes: isCurrent ? known.days.flatMap(({ startTimes }) => startTimes) : null,
		hasMore: isCurrent && known.next !== null,
		loadMore: () => void load(known),
		readAgain: () => void load(null),
	};
}
