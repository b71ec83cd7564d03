import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
	previewRepeatAppointment,
	repeatAppointment,
	type Appointment,
} from '../../../shared/contract/appointments.ts';
import type { Confirmable } from '../../../shared/contract/conflicts.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { memberApi } from '../memberApi.ts';
import { useViewer } from '../viewer.ts';
import { wallClock } from './period.ts';
import { noRepeat, toRecurrence, type Repeat } from './repeat.ts';
import { RepeatPlan } from './RepeatPlan.tsx';
import { usePreview } from './usePreview.ts';
import { useSaving } from './useSaving.ts';

/** Turns a single visit into the first of a series. */
export function RepeatVisitDialog({ visit, onClose }: { visit: Appointment; onClose: () => void }) {
	const { t } = useTranslation('visits');
	const { timeZone } = useViewer();
	const [repeat, setRepeat] = useState<Repeat>({ ...noRepeat, frequency: 'WEEKLY' });
	const [confirm, setConfirm] = useState<Confirmable[]>([]);
	const recurrence = toRecurrence(repeat) ?? null;
	const params = { appointmentId: visit.id };
	const rule = toRecurrence({ ...repeat, leaveOut: [] }) ?? null;
	const preview = usePreview(visit.id, rule, (plan, signal) =>
		memberApi.call(previewRepeatAppointment, { params, body: { recurrence: plan } }, { signal }),
	);
	const repeating = useSaving({
		save: async () => recurrence && memberApi.call(repeatAppointment, { params, body: { recurrence, confirm } }),
		done: () => t('edit.done'),
		onSaved: onClose,
	});
	return (
		<FormDialog
			title={t('repeat.action')}
			action={t('repeat.submit')}
			onClose={onClose}
			onSubmit={() => repeating.mutate()}
			isPending={repeating.isPending}
			isIncomplete={recurrence === null}
		>
			<RepeatPlan
				repeat={repeat}
				onChange={setRepeat}
				date={wallClock(visit.startsAt, timeZone).date}
				preview={rule && preview}
				confirmed={confirm}
				onConfirm={setConfirm}
			/>
			<FormError error={repeating.error} />
		</FormDialog>
	);
}
