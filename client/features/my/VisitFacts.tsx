import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnPageVisit } from '../../../shared/contract/ownPage.ts';
import { useFormat } from '../../lib/useFormat.ts';

interface VisitFactsProps {
	visit: Pick<OwnPageVisit, 'startsAt' | 'endsAt' | 'serviceName' | 'professionalName' | 'office'>;
	/** Beside the time. */
	badge?: ReactNode;
}

/** When, what, with whom and where. */
export function VisitFacts({ visit, badge }: VisitFactsProps) {
	const { t } = useTranslation('my');
	const format = useFormat();
	const { startsAt, endsAt, office } = visit;
	return (
		<>
			<p className="flex flex-wrap items-center gap-2 text-title font-semibold">
				<span className="first-letter:uppercase">
					{format.date(startsAt, 'day')},{' '}
					<span className="whitespace-nowrap">{format.timeRange(startsAt, endsAt)}</span>
				</span>
				{badge}
			</p>
			<p>{t('with', { service: visit.serviceName, name: visit.professionalName })}</p>
			<p className="text-muted">{office.kind === 'VIDEO' ? t('video') : office.name}</p>
		</>
	);
}
