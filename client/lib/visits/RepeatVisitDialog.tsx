import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { repeatAppointment, type Appointment } from '../../../shared/contract/appointments.ts';
import type { Confirmable } from '../../../shared/contract/conflicts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { toast } from '../../ui/toasts.ts';
import { memberApi } from '../memberApi.ts';
import { Conflicts, LeaveOut } from './Conflicts.tsx';
import { refreshVisits } from './queries.ts';
import { noRepeat, toRecurrence, type Repeat } from './repeat.ts';
import { RepeatFields } from './RepeatFields.tsx';

/** Turns a single visit into the first of a series. */
export function RepeatVisitDialog({ visit, onClose }: { visit: Appointment; onClose: () => void }) {
	const { t } = useTranslation(['visits', 'common']);
	const queryClient = useQueryClient();
	const [repeat, setRepeat] = useState<Repeat>({ ...noRepeat, pattern: 'WEEKLY' });
	const [confirm, setConfirm] = useState<Confirmable[]>([]);
	const recurrence = toRecurrence(repeat);
	const repeating = useMutation({
		mutationFn: (wanted: NonNullable<typeof recurrence>) =>
			memberApi.call(repeatAppointment, {
				params: { appointmentId: visit.id },
				body: { recurrence: wanted, confirm },
			}),
		onSuccess: async () => {
			await refreshVisits(queryClient);
			toast('success', t('edit.done'));
			onClose();
		},
	});
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={t('repeat.action')}
			footer={
				<>
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button
						variant="primary"
						isPending={repeating.isPending}
						isDisabled={recurrence === undefined}
						onPress={() => recurrence && repeating.mutate(recurrence)}
					>
						{t('repeat.submit')}
					</Button>
				</>
			}
		>
			<div className="flex flex-col gap-4">
				<RepeatFields repeat={repeat} onChange={setRepeat} />
				<FormError error={repeating.error}>
					<Conflicts error={repeating.error} confirmed={confirm} onConfirm={setConfirm} />
					<LeaveOut error={repeating.error} onLeaveOut={(leaveOut) => setRepeat({ ...repeat, leaveOut })} />
				</FormError>
			</div>
		</Dialog>
	);
}
