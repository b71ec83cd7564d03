import { queryOptions, useQuery } from '@tanstack/react-query';
import { listOwnPayments } from '../../../../shared/contract/payments.ts';
import type { Api } from '../../api.ts';
import { toolKey } from '../../toolKey.ts';
import { usePayerApi } from './PayerApi.ts';

/** What this payer was asked to pay, and by which clinic. */
export const ownPaymentsQuery = (api: Api) =>
	queryOptions({ queryKey: toolKey('payments', 'own'), queryFn: () => api.call(listOwnPayments) });

/** The same without the clinic, live. `pollMs` while an answer of the card's bank is awaited. */
export function useOwnPayments({ pollMs }: { pollMs?: number } = {}) {
	const query = ownPaymentsQuery(usePayerApi());
	return useQuery({ ...query, select: ({ payments }) => payments, refetchInterval: pollMs ?? false });
}
