import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment, Attendee, CancelReason } from '../../../../shared/contract/appointments.ts';
import { cancelAttendee } from '../../../../shared/contract/attendees.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { memberApi } from '../../memberApi.ts';
import { ReasonSelect } from '../ReasonSelect.tsx';
import { useSaving } from '../useSaving.ts';

interface AttendeeDialogProps {
	visit: Appointment;
	attendee: Attendee;
	onClose: () => void;
}

/** Asks why, then lets one of a group go. Mount it to open it. */
export function CancelPlaceDialog({ visit, attendee, onClose }: AttendeeDialogProps) {
	const { t } = useTranslation(['groups', 'visits']);
	const [reason, setReason] = useState<CancelReason>('BY_CLIENT');
	const [notify, setNotify] = useState(true);
	const { name } = attendee;
	const cancellation = useSaving({
		save: () =>
			memberApi.call(cancelAttendee, {
				params: { appointmentId: visit.id, attendeeId: attendee.id },
				body: { reason, notify },
			}),
		done: () => t('removed', { name }),
		onSaved: onClose,
	});
	return (
		<Dialog
			isOpen
			role="alertdialog"
			onClose={onClose}
			title={t('removeTitle')}
			footer={
				<>
					<Button onPress={onClose}>{t('keep')}</Button>
					<Button variant="danger" isPending={cancellation.isPending} onPress={() => cancellation.mutate(undefined)}>
						{t('remove')}
					</Button>
				</>
			}
		>
			<div className="flex flex-col gap-3">
				<p>{t('removeText', { name })}</p>
				<ReasonSelect visit={visit} value={reason} onChange={setReason} />
				<Switch isSelected={notify} onChange={setNotify}>
					{t('visits:new.notify')}
				</Switch>
				<FormError error={cancellation.error} />
			</div>
		</Dialog>
	);
}
