import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { previewReminder, type ReminderInput } from '../../../../shared/contract/reminders.ts';
import { unknownVariables } from '../../../../shared/domain/reminderText.ts';
import { smsLength } from '../../../../shared/domain/smsLength.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useSettled } from '../../../lib/useSettled.ts';
import { FormError } from '../../../ui/FormError.tsx';
import { Notice } from '../../../ui/Notice.tsx';

/** What the draft says of the clinic's next visit, when it leaves, and how many SMS it takes. */
export function RulePreview({ draft }: { draft: ReminderInput }) {
	const { t } = useTranslation('reminders');
	const format = useFormat();
	const { channel, hoursBefore, subject, text } = useSettled(draft);
	const body = { channel, hoursBefore, subject, text };
	const { data, error } = useQuery({
		queryKey: ['reminders', 'preview', body],
		queryFn: ({ signal }) => memberApi.call(previewReminder, { body }, { signal }),
		enabled: text.trim() !== '' && unknownVariables(subject + text).length === 0 && Number.isInteger(hoursBefore),
		placeholderData: keepPreviousData,
	});
	if (error) return <FormError error={error} />;
	if (!data) return null;
	const { preview } = data;
	if (preview === null) return <Notice tone="info">{t('preview.none')}</Notice>;
	const length = channel === 'SMS' ? smsLength(preview.text) : undefined;
	return (
		<section aria-label={t('preview.title')} className="bg-sunken flex flex-col gap-2 rounded-box p-4">
			<h3 className="font-semibold">{t('preview.title')}</h3>
			<p className="text-muted text-small">
				{t('preview.visit', { name: preview.clientName, time: format.dateTime(preview.startsAt) })}
				<br />
				{t('preview.leaves', { time: format.dateTime(preview.leavesAt) })}
			</p>
			{preview.subject !== '' && <p className="font-medium break-words">{preview.subject}</p>}
			<p className="break-words whitespace-pre-wrap">{preview.text.trim()}</p>
			{length && (
				<p className="text-muted text-small tabular-nums">
					{t('preview.length', { count: length.parts, units: length.units, left: length.left })}
					{length.encoding === 'UCS2' && ` ${t('preview.unicode')}`}
				</p>
			)}
			{preview.to === null && <Notice tone="warn">{t(`preview.noAddress.${channel}`)}</Notice>}
		</section>
	);
}
