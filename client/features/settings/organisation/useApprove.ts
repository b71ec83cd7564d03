import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { decidePaymentAccess } from '../../../../shared/contract/paymentSetup.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { toast } from '../../../ui/toasts.ts';
import { organisationQuery } from './queries.ts';

interface Approval {
	requestId: string;
	/** The clinic that is to collect; null where the other one has an account of its own. */
	collectorId: string | null;
}

/** Lets a clinic take payments. */
export function useApprove(clinic: string, onApproved?: () => void) {
	const { t } = useTranslation('clientPayments');
	const queryClient = useQueryClient();
	return useMutation({
		mutationFn: ({ requestId, collectorId }: Approval) =>
			memberApi.call(decidePaymentAccess, { params: { requestId }, body: { approve: true, collectorId } }),
		onSuccess: () => {
			toast('success', t('organisation.approved', { clinic }));
			onApproved?.();
		},
		onSettled: () => queryClient.invalidateQueries(organisationQuery),
	});
}
