import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
	changeAppointment,
	previewAppointmentChange,
	type Appointment,
} from '../../../shared/contract/appointments.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { memberApi } from '../memberApi.ts';
import { useViewer } from '../viewer.ts';
import { LengthAndPrice } from './LengthAndPrice.tsx';
import { MoreFields } from './MoreFields.tsx';
import { PlannedDates } from './PlannedDates.tsx';
import { ScopeSelect } from './ScopeSelect.tsx';
import { usePreview } from './usePreview.ts';
import { useSaving } from './useSaving.ts';
import { beginChange, changeService, toChange, toPlan, type ChangeDraft } from './visitChange.ts';
import { WhatFields } from './WhatFields.tsx';
import { WhenFields } from './WhenFields.tsx';

/** Moves or edits a visit, or its series, and shows before what that does and what is in the way. */
export function EditVisitDialog({ visit, onClose }: { visit: Appointment; onClose: () => void }) {
	const { t } = useTranslation('visits');
	const { timeZone } = useViewer();
	const [draft, setDraft] = useState(() => beginChange(visit, timeZone));
	const change = (part: Partial<ChangeDraft>) => setDraft({ ...draft, ...part });
	/** What was confirmed was so for the time or place before. */
	const move = (part: Partial<ChangeDraft>) => change({ ...part, confirm: [] });
	const body = toChange(visit, draft, timeZone);
	const plan = toPlan(body);
	const params = { appointmentId: visit.id };
	const preview = usePreview(visit.id, plan, (wanted, signal) =>
		memberApi.call(previewAppointmentChange, { params, body: wanted }, { signal }),
	);
	const saving = useSaving({
		save: async () => body && memberApi.call(changeAppointment, { params, body }),
		done: () => t('edit.done'),
		onSaved: onClose,
	});

	return (
		<FormDialog
			title={t('edit.title')}
			action={t('edit.submit')}
			onClose={onClose}
			onSubmit={() => saving.mutate()}
			isPending={saving.isPending}
			isIncomplete={body === null}
		>
			{visit.seriesId !== null && <ScopeSelect value={draft.scope} onChange={(scope) => move({ scope })} />}
			<WhenFields date={draft.date} time={draft.time} onChange={move} />
			<WhatFields
				serviceId={draft.serviceId}
				officeId={draft.officeId}
				onService={(service) => setDraft(changeService(draft, service))}
				onOffice={(officeId) => move({ officeId })}
			/>
			<LengthAndPrice
				minutes={draft.minutes}
				onMinutes={(minutes) => move({ minutes })}
				currency={visit.currency}
				amountMinor={draft.amountMinor}
				onAmount={(amountMinor) => change({ amountMinor })}
			/>
			<MoreFields draft={draft} onChange={change} />
			{plan && (
				<PlannedDates preview={preview} confirmed={draft.confirm} onConfirm={(confirm) => change({ confirm })} />
			)}
			<FormError error={saving.error} />
		</FormDialog>
	);
}
