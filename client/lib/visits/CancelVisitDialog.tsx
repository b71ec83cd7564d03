import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelAppointment, type Appointment, type CancelReason } from '../../../shared/contract/appointments.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { memberApi } from '../memberApi.ts';
import { useFormat } from '../useFormat.ts';
import { ReasonSelect } from './ReasonSelect.tsx';
import { ScopeSelect } from './ScopeSelect.tsx';
import { useSaving } from './useSaving.ts';
import { namesOf } from './visitState.ts';

interface CancelVisitDialogProps {
	visit: Appointment;
	onClose: () => void;
	onCancelled: () => void;
}

/** Asks why and how far, then cancels. Mount it to open it. */
export function CancelVisitDialog({ visit, onClose, onCancelled }: CancelVisitDialogProps) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	const [reason, setReason] = useState<CancelReason>('BY_PROFESSIONAL');
	const [notify, setNotify] = useState(true);
	const [scope, setScope] = useState<Scope>('this');
	const cancellation = useSaving({
		save: () =>
			memberApi.call(cancelAppointment, { params: { appointmentId: visit.id }, body: { reason, notify, scope } }),
		done: () => t('cancel.done'),
		onSaved: onCancelled,
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
				<ReasonSelect visit={visit} value={reason} onChange={setReason} />
				{visit.seriesId !== null && <ScopeSelect value={scope} onChange={setScope} />}
				<Switch isSelected={notify} onChange={setNotify}>
					{t('new.notify')}
				</Switch>
				<FormError error={cancellation.error} />
			</div>
		</Dialog>
	);
}
