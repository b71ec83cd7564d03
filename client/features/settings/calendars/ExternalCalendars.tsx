import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import {
	readExternalCalendar,
	removeExternalCalendar,
	type ExternalCalendar,
} from '../../../../shared/contract/feeds.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { AddCalendar } from './AddCalendar.tsx';
import { calendarsQuery } from './queries.ts';

/** The calendars whose busy times keep visits away, each with what came of reading it. */
export function ExternalCalendars({ external }: { external: readonly ExternalCalendar[] }) {
	const { t } = useTranslation('calendars');
	return (
		<Card className="flex flex-col gap-4">
			<div>
				<h2 className="font-semibold">{t('external.title')}</h2>
				<p className="text-muted">{t('external.text')}</p>
			</div>
			{external.length > 0 && (
				<ul className="flex flex-col gap-4">
					{external.map((calendar) => (
						<CalendarLine key={calendar.id} calendar={calendar} />
					))}
				</ul>
			)}
			<AddCalendar />
		</Card>
	);
}

function CalendarLine({ calendar }: { calendar: ExternalCalendar }) {
	const { t } = useTranslation(['calendars', 'moreErrors']);
	const format = useFormat();
	const queryClient = useQueryClient();
	const { id: calendarId, name, host, checkedAt, error, busyTimes } = calendar;
	const onSuccess = () => queryClient.invalidateQueries(calendarsQuery);
	const params = { calendarId };
	const read = useMutation({ mutationFn: () => memberApi.call(readExternalCalendar, { params }), onSuccess });
	const remove = useMutation({ mutationFn: () => memberApi.call(removeExternalCalendar, { params }), onSuccess });
	return (
		<li className="border-line flex flex-col gap-2 border-b pb-4">
			<div className="flex items-start gap-2">
				<div className="min-w-0 flex-1">
					<p className="font-medium break-words">{name}</p>
					<p className="text-muted text-small break-words tabular-nums">
						{host} · {t('external.busy', { count: busyTimes })} ·{' '}
						{t('external.checked', { time: format.dateTime(checkedAt) })}
					</p>
				</div>
				<IconButton label={t('external.read', { name })} isPending={read.isPending} onPress={() => read.mutate()}>
					<RefreshCw aria-hidden />
				</IconButton>
				<IconButton label={t('external.remove', { name })} isPending={remove.isPending} onPress={() => remove.mutate()}>
					<Trash2 aria-hidden />
				</IconButton>
			</div>
			{error && (
				<Notice tone="danger" title={t('external.failed')}>
					<p>{t(`moreErrors:${error}`)}</p>
					<p>{t('external.kept')}</p>
				</Notice>
			)}
			<FormError error={read.error ?? remove.error} />
		</li>
	);
}
