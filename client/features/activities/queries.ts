import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { exportActivities, listActivities, listActivityProfessionals } from '../../../shared/contract/activities.ts';
import { me } from '../../../shared/contract/auth.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { visitsKey } from '../../lib/visits/queries.ts';
import type { ActivityQuery } from './filters.ts';

/** The visits that the filters let through, newest first, page after page. */
export const activitiesQuery = (query: ActivityQuery) =>
	infiniteQueryOptions({
		queryKey: [...visitsKey, 'activities', query],
		queryFn: ({ pageParam: cursor, signal }) =>
			memberApi.call(listActivities, { query: { ...query, ...(cursor !== '' && { cursor }) } }, { signal }),
		initialPageParam: '',
		getNextPageParam: ({ next }) => next,
		placeholderData: keepPreviousData,
	});

/** Whose visits there are to choose from. */
export const professionalsQuery = queryOptions({
	queryKey: ['professionals'],
	queryFn: async ({ signal }) => (await memberApi.call(listActivityProfessionals, {}, { signal })).professionals,
	staleTime: 5 * 60_000,
});

/** Lets the browser save the file, under the name that the server gives it, while it is still being made. */
export async function saveAsFile(query: ActivityQuery): Promise<void> {
	// A download cannot renew a session that has expired; any other call does.
	await memberApi.call(me);
	const link = document.createElement('a');
	link.href = `${exportActivities.path}?${new URLSearchParams(query).toString()}`;
	link.download = '';
	link.click();
}
