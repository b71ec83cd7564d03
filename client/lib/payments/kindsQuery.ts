import { queryOptions } from '@tanstack/react-query';
import { listPaymentKinds } from '../../../shared/contract/paymentKinds.ts';
import { memberApi } from '../memberApi.ts';

/** The clinic's own ways of paying. */
export const kindsQuery = queryOptions({
	queryKey: ['paymentKinds'],
	queryFn: async ({ signal }) => (await memberApi.call(listPaymentKinds, {}, { signal })).kinds,
	staleTime: 5 * 60_000,
});
