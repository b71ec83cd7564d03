import { queryOptions } from '@tanstack/react-query';
import { getFeeRules } from '../../../../shared/contract/clinic.ts';
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

/** What clients pay for visits that do not take place. */
export const feesQuery = queryOptions({
	queryKey: ['clinic', 'fees'],
	queryFn: ({ signal }) => memberApi.call(getFeeRules, {}, { signal }),
	// Nothing that comes later takes the place of what is being typed.
	refetchOnWindowFocus: false,
});
