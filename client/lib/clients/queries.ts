import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getClient, listClients } from '../../../shared/contract/clients.ts';
import { memberApi } from '../memberApi.ts';

/** The clinic's clients whose name, e-mail or phone has `search` in it; all for an empty one. */
export const clientsQuery = (search: string) =>
	queryOptions({
		queryKey: ['clients', 'search', search],
		queryFn: async ({ signal }) =>
			(await memberApi.call(listClients, { query: search === '' ? {} : { search } }, { signal })).clients,
		placeholderData: keepPreviousData,
	});

export const clientQuery = (clientId: string) =>
	queryOptions({
		queryKey: ['clients', 'one', clientId],
		queryFn: ({ signal }) => memberApi.call(getClient, { params: { clientId } }, { signal }),
	});
