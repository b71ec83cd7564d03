import { useCallback } from 'react';
import { getOwnWaiting } from '../../../shared/contract/groupPlaces.ts';
import type { Api } from '../../lib/api.ts';
import { LoadedPage } from './LoadedPage.tsx';
import { OwnWaitingPage } from './OwnWaitingPage.tsx';
import { useLoaded } from './useLoaded.ts';

/** Where the mail of a waiting list leads. Opening it changes nothing. */
export function WaitingApp({ api }: { api: Api }) {
	const load = useCallback((signal: AbortSignal) => api.call(getOwnWaiting, {}, { signal }), [api]);
	const { place, readAgain } = useLoaded(load);
	return <LoadedPage {...{ place, readAgain }}>{(waiting) => <OwnWaitingPage {...{ api, waiting }} />}</LoadedPage>;
}
