import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listPayments } from '../../../../shared/contract/paymentList.ts';
import { readTakings } from '../../../../shared/contract/takings.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import type { PaymentQuery } from './filters.ts';

interface Period {
	from: string;
	to: string;
}

/** What was asked for within a period (ISO 8601), newest first, page after page. */
export const paymentsQuery = (query: Period & PaymentQuery) =>
	infiniteQueryOptions({
		queryKey: ['payments', 'period', query],
		queryFn: ({ pageParam: cursor, signal }) =>
			memberApi.call(listPayments, { query: { ...query, ...(cursor !== '' && { cursor }) } }, { signal }),
		initialPageParam: '',
		getNextPageParam: ({ next }) => next,
		placeholderData: keepPreviousData,
	});

/** What came in from `from` to `to`, both days included. */
export const takingsQuery = (query: Period & PaymentQuery) =>
	queryOptions({
		queryKey: ['payments', 'takings', query],
		queryFn: async ({ signal }) => (await memberApi.call(readTakings, { query }, { signal })).takings,
		placeholderData: keepPreviousData,
	});
