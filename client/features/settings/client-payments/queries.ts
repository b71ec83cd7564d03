import { queryOptions } from '@tanstack/react-query';
import { getPaymentAccess } from '../../../../shared/contract/paymentSetup.ts';
import { memberApi } from '../../../lib/memberApi.ts';

/** Whether the clinic may take payments. */
export const accessQuery = queryOptions({
	queryKey: ['clinic', 'payment-access'],
	queryFn: ({ signal }) => memberApi.call(getPaymentAccess, {}, { signal }),
});
