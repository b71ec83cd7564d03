import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createBlock } from '../../../shared/contract/blocks.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { useViewer } from '../../lib/viewer.ts';
import { instantOf } from '../../lib/visits/period.ts';
import { refreshVisits } from '../../lib/visits/queries.ts';
import { noRepeat, toRecurrence } from '../../lib/visits/repeat.ts';
import { RepeatFields } from '../../lib/visits/RepeatFields.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { TextField } from '../../ui/TextField.tsx';

const formId = 'new-block';

/** Keeps time free of visits, once or repeatedly. Mount it to open it. */
export function BlockDialog({ date, onClose }: { date: string; onClose: () => void }) {
	const { t } = useTranslation(['calendar', 'visits', 'common']);
	const { timeZone } = useViewer();
	const queryClient = useQueryClient();
	const [draft, setDraft] = useState({ title: '', date, from: '12:00', to: '13:00', repeat: noRepeat });
	const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
	const startsAt = instantOf(draft.date, draft.from, timeZone);
	const endsAt = instantOf(draft.date, draft.to, timeZone);
	const recurrence = toRecurrence(draft.repeat);
	const blocking = useMutation({
		mutationFn: (times: { startsAt: string; endsAt: string }) =>
			memberApi.call(createBlock, { body: { ...times, title: draft.title, ...(recurrence && { recurrence }) } }),
		onSuccess: async () => {
			await refreshVisits(queryClient);
			onClose();
		},
	});
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={t('block.title')}
			footer={
				<>
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button type="submit" form={formId} variant="primary" isPending={blocking.isPending}>
						{t('block.submit')}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				className="flex flex-col gap-4"
				onSubmit={(event) => {
					event.preventDefault();
					if (startsAt !== null && endsAt !== null && !blocking.isPending) blocking.mutate({ startsAt, endsAt });
				}}
			>
				<TextField label={t('block.name')} value={draft.title} onChange={(title) => change({ title })} optional />
				<DateField
					kind="date"
					label={t('visits:new.date')}
					value={draft.date}
					onChange={(value) => change({ date: value })}
					isRequired
				/>
				<div className="grid grid-cols-2 gap-3">
					<DateField
						kind="time"
						label={t('block.from')}
						value={draft.from}
						onChange={(from) => change({ from })}
						isRequired
					/>
					<DateField kind="time" label={t('block.to')} value={draft.to} onChange={(to) => change({ to })} isRequired />
				</div>
				<RepeatFields repeat={draft.repeat} onChange={(repeat) => change({ repeat })} />
				<FormError error={blocking.error} />
			</form>
		</Dialog>
	);
}
