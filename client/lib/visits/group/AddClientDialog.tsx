import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../../shared/contract/appointments.ts';
import { addAttendee, addToWaitingList } from '../../../../shared/contract/attendees.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { MoneyField } from '../../../ui/MoneyField.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { isSamtalError } from '../../api.ts';
import { memberApi } from '../../memberApi.ts';
import { ClientPart } from '../ClientPart.tsx';
import { ConflictList } from '../ConflictList.tsx';
import { beginClient, toClient } from '../visitDraft.ts';
import { useSaving } from '../useSaving.ts';

interface AddClientDialogProps {
	visit: Appointment;
	/** Gives a place, or one on the waiting list. */
	what: 'add' | 'wait';
	onClose: () => void;
}

/** One more client for a group, or for its waiting list. Mount it to open it. */
export function AddClientDialog({ visit, what, onClose }: AddClientDialogProps) {
	const { t } = useTranslation(['groups', 'visits', 'common']);
	const [draft, setDraft] = useState(() => beginClient());
	const [amountMinor, setAmountMinor] = useState<number | null>(visit.amountMinor);
	const [notify, setNotify] = useState(true);
	const client = toClient(draft);
	const params = { appointmentId: visit.id };
	const before = new Set(visit.attendees.map(({ id }) => id));
	const add = useSaving({
		save: (wanted: NonNullable<typeof client>) => {
			const price = amountMinor === null || amountMinor === visit.amountMinor ? {} : { amountMinor };
			return memberApi.call(addAttendee, { params, body: { client: wanted, ...price, notify } });
		},
		done: ({ attendees }) => t('added', { name: attendees.find(({ id }) => !before.has(id))?.name ?? '' }),
		onSaved: onClose,
	});
	const wait = useSaving({
		save: (wanted: NonNullable<typeof client>) =>
			memberApi.call(addToWaitingList, { params, body: { client: wanted } }),
		done: ({ waiting }) => t(waiting.length === 0 ? 'movedUp' : 'waits'),
		onSaved: onClose,
	});
	const change = what === 'add' ? add : wait;
	return (
		<FormDialog
			title={t(what === 'add' ? 'addTitle' : 'waitTitle')}
			action={t(what === 'add' ? 'addSubmit' : 'wait')}
			onClose={onClose}
			onSubmit={() => client && change.mutate(client)}
			isPending={change.isPending}
			isIncomplete={client === null}
		>
			<ClientPart draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
			{what === 'add' ? (
				<>
					<MoneyField
						label={t('price')}
						currency={visit.currency}
						amountMinor={amountMinor}
						onChange={setAmountMinor}
					/>
					<Switch isSelected={notify} onChange={setNotify}>
						{t('visits:new.notify')}
					</Switch>
				</>
			) : (
				<p className="text-muted text-small">{t('waitingHelp')}</p>
			)}
			<FormError error={change.error}>
				<ConflictList conflicts={isSamtalError(change.error) ? (change.error.details.conflicts ?? []) : []} />
			</FormError>
		</FormDialog>
	);
}
