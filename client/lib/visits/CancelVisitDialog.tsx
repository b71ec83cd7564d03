import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cancelAppointment, type Appointment, type CancelReason } from '../../../shared/contract/appointments.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { memberApi } from '../memberApi.ts';
import { useFormat } from '../useFormat.ts';
import { ScopeSelect } from './ScopeSelect.tsx';
import { useSaving } from './useSaving.ts';
import { namesOf } from './visitState.ts';

interface CancelVisitDialogProps {
	visit: Appointment;
	onClose: () => void;
	onCancelled: () => void;
}

const reasons = ['BY_PROFESSIONAL', 'BY_CLIENT', 'NO_SHOW', 'OTHER'] as const satisfies CancelReason[];

/** Whether somebody comes is known when the visit has begun. */
const reasonsFor = ({ startsAt }: Appointment) =>
	Date.parse(startsAt) > Date.now() ? reasons.filter((reason) => reason !== 'NO_SHOW') : reasons;

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
		done: t('cancel.done'),
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
				<Select
					label={t('cancel.reason')}
					options={reasonsFor(visit).map((value) => ({ value, label: t(`cancel.reasons.${value}`) }))}
					value={reason}
					onChange={setReason}
				/>
				{visit.seriesId !== null && <ScopeSelect value={scope} onChange={setScope} />}
				<Switch isSelected={notify} onChange={setNotify}>
					{t('new.notify')}
				</Switch>
				<FormError error={cancellation.error} />
			</div>
		</Dialog>
	);
}
