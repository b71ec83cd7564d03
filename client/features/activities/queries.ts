import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listActivities, listActivityProfessionals } from '../../../shared/contract/activities.ts';
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
