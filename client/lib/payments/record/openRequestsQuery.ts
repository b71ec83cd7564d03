import { queryOptions } from '@tanstack/react-query';
import { listVisitPayments, type Payment } from '../../../../shared/contract/payments.ts';
import { memberApi } from '../../memberApi.ts';
import { isOpen } from '../own/payments.ts';

/** What is asked for a visit and not paid, newest first. */
export const openRequestsQuery = (appointmentId: string) =>
	queryOptions({
		queryKey: ['payments', 'visit', appointmentId],
		queryFn: async (): Promise<Payment[]> => {
			const { payments } = await memberApi.call(listVisitPayments, { params: { appointmentId } });
			return payments.filter(isOpen);
		},
	});
