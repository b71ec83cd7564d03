import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../../ui/FormError.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { ExternalCalendars } from './ExternalCalendars.tsx';
import { FeedCard } from './FeedCard.tsx';
import { calendarsQuery } from './queries.ts';

/** A professional's calendars beside Samtal: where others read the visits, and whose busy times Samtal reads. */
export default function CalendarsPage() {
	const { t } = useTranslation('calendars');
	const { data: calendars, error } = useQuery(calendarsQuery);
	return (
		<div className="max-w-2xl">
			<PageHeader title={t('title')} />
			<div className="flex flex-col gap-4">
				{calendars ? (
					<>
						<FeedCard feed={calendars.feed} />
						<ExternalCalendars external={calendars.external} />
					</>
				) : (
					!error && <SkeletonList rows={2} rowClassName="h-40" />
				)}
				<FormError error={error} />
			</div>
		</div>
	);
}
