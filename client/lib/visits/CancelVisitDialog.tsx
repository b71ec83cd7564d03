import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { cancelAppointment, type Appointment } from '../../../shared/contract/appointments.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { toast } from '../../ui/toasts.ts';
import { memberApi } from '../memberApi.ts';
import { useFormat } from '../useFormat.ts';
import { refreshVisits } from './queries.ts';
import { namesOf } from './visitState.ts';

interface CancelVisitDialogProps {
	visit: Appointment;
	onClose: () => void;
	onCancelled: () => void;
}

/** Asks once, then cancels. Mount it to open it. */
export function CancelVisitDialog({ visit, onClose, onCancelled }: CancelVisitDialogProps) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	const queryClient = useQueryClient();
	const cancellation = useMutation({
		mutationFn: () => memberApi.call(cancelAppointment, { params: { appointmentId: visit.id } }),
		onSuccess: async () => {
			await refreshVisits(queryClient);
			toast('success', t('cancel.done'));
			onCancelled();
		},
	});
	return (
		<Dialog
			isOpen
			role="alertdialog"
			onClose={onClose}
			title={t('cancel.title')}
			footer={
				<>
					<Button onPress={onClose}>{t('cancel.keep')}</Button>
					<Button variant="danger" isPending={cancellation.isPending} onPress={() => cancellation.mutate()}>
						{t('cancel.action')}
					</Button>
				</>
			}
		>
			<div className="flex flex-col gap-3">
				<p>
					{t('cancel.text', {
						name: namesOf(visit),
						when: `${format.date(visit.startsAt, 'day')}, ${format.time(visit.startsAt)}`,
					})}
				</p>
				<FormError error={cancellation.error} />
			</div>
		</Dialog>
	);
}
