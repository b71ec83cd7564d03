import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decidePaymentAccess, endPaymentAccess } from '../../../../shared/contract/paymentSetup.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { toast } from '../../../ui/toasts.ts';
import { organisationQuery, type OrganisationClinic } from './queries.ts';

/** Refuses a clinic's open request, or switches its payments off, with the reason. Mount it to open it. */
export function ReasonDialog({ clinic, onClose }: { clinic: OrganisationClinic; onClose: () => void }) {
	const { t } = useTranslation('clientPayments');
	const queryClient = useQueryClient();
	const [reason, setReason] = useState('');
	const requestId = clinic.request?.status === 'ASKED' ? clinic.request.id : null;
	const deciding = useMutation({
		mutationFn: () =>
			requestId === null
				? memberApi.call(endPaymentAccess, { params: { clinicId: clinic.id }, body: { reason } })
				: memberApi.call(decidePaymentAccess, { params: { requestId }, body: { approve: false, reason } }),
		onSuccess: async () => {
			await queryClient.invalidateQueries(organisationQuery);
			toast('success', t(requestId === null ? 'organisation.ended' : 'organisation.refused', { clinic: clinic.name }));
			onClose();
		},
	});
	return (
		<FormDialog
			title={t(requestId === null ? 'organisation.endTitle' : 'organisation.refuseTitle', { clinic: clinic.name })}
			action={t(requestId === null ? 'organisation.end' : 'organisation.refuse')}
			onClose={onClose}
			onSubmit={() => deciding.mutate()}
			isPending={deciding.isPending}
			isIncomplete={reason.trim() === ''}
		>
			{requestId === null && <p>{t('organisation.endText')}</p>}
			<TextArea
				label={t('organisation.reason')}
				description={t('organisation.reasonHelp')}
				rows={3}
				value={reason}
				onChange={setReason}
				maxLength={500}
				isRequired
				autoFocus
			/>
			<FormError error={deciding.error} />
		</FormDialog>
	);
}
