import { useQuery } from '@tanstack/react-query';
import { listVisitPayments } from '../../../../../shared/contract/payments.ts';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';

/** Every payment of this visit, live. */
export function useHostPayments() {
	const { api, appointmentId } = useTool();
	return useQuery({
		queryKey: toolKey('payments', appointmentId),
		queryFn: async () => (await api.call(listVisitPayments, { params: { appointmentId } })).payments,
	});
}
