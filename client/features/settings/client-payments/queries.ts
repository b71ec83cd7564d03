import { queryOptions } from '@tanstack/react-query';
import { getPaymentAccess, getPaymentAccount } from '../../../../shared/contract/paymentSetup.ts';
import { memberApi } from '../../../lib/memberApi.ts';

/** Whether the clinic may take payments. */
export const accessQuery = queryOptions({
	queryKey: ['clinic', 'payment-access'],
	queryFn: ({ signal }) => memberApi.call(getPaymentAccess, {}, { signal }),
});

/** In milliseconds; Stripe tells the server of a change within seconds. */
const lookAgain = 5_000;

/** The clinic's account; read again while it is on its way to be ready. */
export const accountQuery = queryOptions({
	queryKey: ['clinic', 'payment-account'],
	queryFn: ({ signal }) => memberApi.call(getPaymentAccount, {}, { signal }),
	refetchInterval: ({ state: { data } }) => (data?.account && data.account.state !== 'ready' ? lookAgain : false),
});
