import { createContext, useContext } from 'react';
import type { Api } from '../../api.ts';

/** Speaks to the server for whoever pays: as somebody who comes to a visit, or with a link to one payment. */
export const PayerApi = createContext<Api | null>(null);

/** @throws outside of `PayerApi` */
export function usePayerApi(): Api {
	const api = useContext(PayerApi);
	if (api === null) throw new Error('Nobody said who pays.');
	return api;
}
