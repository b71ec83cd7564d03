import { useQuery } from '@tanstack/react-query';
import { listOwnPayments } from '../../../../shared/contract/payments.ts';
import { usePayerApi } from './PayerApi.ts';
import { toolKey } from '../../toolKey.ts';

/** What this attendee was asked to pay, live. `pollMs` while an answer of the card's bank is awaited. */
export function useOwnPayments({ pollMs }: { pollMs?: number } = {}) {
	const api = usePayerApi();
	return useQuery({
		queryKey: toolKey('payments', 'own'),
		queryFn: async () => (await api.call(listOwnPayments)).payments,
		refetchInterval: pollMs ?? false,
	});
}
