import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { changeAppointment, type Appointment } from '../../../shared/contract/appointments.ts';
import type { Confirmable } from '../../../shared/contract/conflicts.ts';
import type { Scope } from '../../../shared/contract/recurrence.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { toast } from '../../ui/toasts.ts';
import { memberApi } from '../memberApi.ts';
import { useViewer } from '../viewer.ts';
import { Conflicts } from './Conflicts.tsx';
import { MoreFields } from './MoreFields.tsx';
import { instantOf, wallClock } from './period.ts';
import { refreshVisits } from './queries.ts';
import { ScopeSelect } from './ScopeSelect.tsx';

const formId = 'edit-visit';
const minutesOf = ({ startsAt, endsAt }: Appointment) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

/** Moves or edits a visit, or its series. Only what differs is sent, so that nothing else is asked about. */
export function EditVisitDialog({ visit, onClose }: { visit: Appointment; onClose: () => void }) {
	const { t } = useTranslation(['visits', 'common']);
	const { timeZone } = useViewer();
	const queryClient = useQueryClient();
	const [draft, setDraft] = useState(() => ({
		...wallClock(visit.startsAt, timeZone),
		...{ minutes: minutesOf(visit), note: visit.note, notify: true, confirm: [] as Confirmable[] },
		amountMinor: visit.amountMinor as number | null,
		resourceIds: visit.resources.map(({ id }) => id),
		scope: 'this' as Scope,
	}));
	const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
	const startsAt = instantOf(draft.date, draft.time, timeZone);
	const hadResources = visit.resources.map(({ id }) => id);
	const hasOtherResources =
		hadResources.length !== draft.resourceIds.length || hadResources.some((id) => !draft.resourceIds.includes(id));
	const body: z.input<typeof changeAppointment.body> = {
		...{ sequence: visit.sequence, scope: draft.scope, notify: draft.notify, confirm: draft.confirm },
		...(startsAt !== null && Date.parse(startsAt) !== Date.parse(visit.startsAt) && { startsAt }),
		...(draft.minutes !== minutesOf(visit) && { durationMinutes: draft.minutes }),
		...(draft.amountMinor !== null && draft.amountMinor !== visit.amountMinor && { amountMinor: draft.amountMinor }),
		...(draft.note !== visit.note && { note: draft.note }),
		...(hasOtherResources && { resourceIds: draft.resourceIds }),
	};
	const saving = useMutation({
		mutationFn: () => memberApi.call(changeAppointment, { params: { appointmentId: visit.id }, body }),
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
			title={t('edit.title')}
			footer={
				<>
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button
						type="submit"
						form={formId}
						variant="primary"
						isPending={saving.isPending}
						isDisabled={startsAt === null}
					>
						{t('edit.submit')}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				className="flex flex-col gap-4"
				onSubmit={(event) => {
					event.preventDefault();
					if (!saving.isPending) saving.mutate();
				}}
			>
				{visit.seriesId !== null && <ScopeSelect value={draft.scope} onChange={(scope) => change({ scope })} />}
				<div className="grid grid-cols-2 gap-3">
					<DateField
						kind="date"
						label={t('new.date')}
						value={draft.date}
						onChange={(date) => change({ date, confirm: [] })}
						isRequired
					/>
					<DateField
						kind="time"
						label={t('new.time')}
						value={draft.time}
						onChange={(time) => change({ time, confirm: [] })}
						isRequired
					/>
					<NumberField
						label={t('edit.duration')}
						value={draft.minutes}
						onChange={(minutes) => change({ minutes, confirm: [] })}
						minValue={5}
						maxValue={600}
					/>
					<MoneyField
						label={t('new.price')}
						currency={visit.currency}
						amountMinor={draft.amountMinor}
						onChange={(amountMinor) => change({ amountMinor })}
					/>
				</div>
				<MoreFields draft={draft} onChange={change} />
				<FormError error={saving.error}>
					<Conflicts error={saving.error} confirmed={draft.confirm} onConfirm={(confirm) => change({ confirm })} />
				</FormError>
			</form>
		</Dialog>
	);
}
