import { queryOptions } from '@tanstack/react-query';
import { readTakings } from '../../../../shared/contract/takings.ts';
import { memberApi } from '../../../lib/memberApi.ts';

/** What came in from `from` to `to`, both days included. */
export const takingsQuery = (period: { from: string; to: string }) =>
	queryOptions({
		queryKey: ['payments', 'takings', period],
		queryFn: async ({ signal }) => (await memberApi.call(readTakings, { query: period }, { signal })).takings,
	});
