import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listFreeTimes } from '../../../shared/contract/appointments.ts';
import { Chip } from '../../ui/Chip.tsx';
import { memberApi } from '../memberApi.ts';
import { wallClock } from './period.ts';
import type { VisitDraft } from './visitDraft.ts';

/** The free start times of the chosen day, to take with one press. Any other time can be typed. */
export function FreeTimes({ draft, onChoose }: { draft: VisitDraft; onChoose: (time: string) => void }) {
	const { t } = useTranslation('visits');
	const { serviceId, officeId, resourceIds, date } = draft;
	const { data } = useQuery({
		queryKey: ['visits', 'free', serviceId, officeId, resourceIds, date],
		queryFn: ({ signal }) =>
			memberApi.call(
				listFreeTimes,
				{
					query: {
						serviceId: serviceId ?? '',
						from: date,
						days: 1,
						...(officeId !== null && { officeId }),
						...(resourceIds.length > 0 && { resourceIds: resourceIds.join(',') }),
					},
				},
				{ signal },
			),
		enabled: serviceId !== null && date !== '',
		placeholderData: keepPreviousData,
	});
	const day = data?.days.find((candidate) => candidate.date === date);
	if (!data || !day) return null;
	if (day.startTimes.length === 0) return <p className="text-muted text-small">{t('new.noFreeTimes')}</p>;
	return (
		<div role="group" aria-label={t('new.freeTimes')} className="flex flex-wrap gap-1.5">
			{day.startTimes.map((startsAt) => {
				const { time } = wallClock(startsAt, data.timeZone);
				return (
					<Chip key={startsAt} isSelected={time === draft.time} onPress={() => onChoose(time)}>
						{time}
					</Chip>
				);
			})}
		</div>
	);
}
