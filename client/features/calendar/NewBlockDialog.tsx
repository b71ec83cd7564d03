import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createBlock, previewNewBlock } from '../../../shared/contract/blocks.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { useViewer } from '../../lib/viewer.ts';
import { noRepeat, toRecurrence } from '../../lib/visits/repeat.ts';
import { RepeatPlan } from '../../lib/visits/RepeatPlan.tsx';
import { usePreview } from '../../lib/visits/usePreview.ts';
import { useSaving } from '../../lib/visits/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { BlockFields, spanOf } from './BlockFields.tsx';

/** Keeps time free of visits, once or repeatedly. Mount it to open it. */
export function NewBlockDialog({ date, onClose }: { date: string; onClose: () => void }) {
	const { t } = useTranslation('calendar');
	const { timeZone } = useViewer();
	const [draft, setDraft] = useState({ title: '', date, lastDate: date, from: '12:00', to: '13:00' });
	const [repeat, setRepeat] = useState(noRepeat);
	const span = spanOf(draft, timeZone);
	const recurrence = toRecurrence(repeat);
	const rule = toRecurrence({ ...repeat, leaveOut: [] });
	const plan = span && rule ? { ...span, title: '', recurrence: rule } : null;
	const preview = usePreview('block', plan, (body, signal) => memberApi.call(previewNewBlock, { body }, { signal }));
	const blocking = useSaving({
		save: async () =>
			span && memberApi.call(createBlock, { body: { ...span, title: draft.title, ...(recurrence && { recurrence }) } }),
		done: () => t('block.done'),
		onSaved: onClose,
	});
	return (
		<FormDialog
			title={t('block.title')}
			action={t('block.submit')}
			onClose={onClose}
			onSubmit={() => blocking.mutate()}
			isPending={blocking.isPending}
			isIncomplete={span === null || recurrence === null}
		>
			<BlockFields
				draft={draft}
				onChange={(changed) => {
					setDraft(changed);
					setRepeat({ ...repeat, leaveOut: [] });
				}}
			/>
			<RepeatPlan repeat={repeat} onChange={setRepeat} date={draft.date} preview={plan && preview} />
			<FormError error={blocking.error} />
		</FormDialog>
	);
}
