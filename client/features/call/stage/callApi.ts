import { createContext, useContext } from 'react';
import type { Api } from '../../../lib/api.ts';

/** Speaks for whoever is in the call: a member by cookie, an attendee by join token. */
export const ApiContext = createContext<Api | null>(null);

export function useCallApi(): Api {
	const api = useContext(ApiContext);
	if (!api) throw new Error('This stands outside the call stage.');
	return api;
}
