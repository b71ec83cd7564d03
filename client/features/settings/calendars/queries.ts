import { queryOptions } from '@tanstack/react-query';
import { getCalendars } from '../../../../shared/contract/feeds.ts';
import { memberApi } from '../../../lib/memberApi.ts';

/** One's own feed and external calendars; those are read in the background. */
export const calendarsQuery = queryOptions({
	queryKey: ['calendars'],
	queryFn: ({ signal }) => memberApi.call(getCalendars, {}, { signal }),
	refetchInterval: 60_000,
});
