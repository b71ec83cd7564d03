import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { listActivities } from '../../../shared/contract/activities.ts';
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
