import { Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OwnPageVisit } from '../../../shared/contract/ownPage.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Badge } from '../../ui/Badge.tsx';
import { buttonStyle } from '../../ui/buttonStyle.ts';

/** A visit that comes. The first one's way into the call stands out. */
export function VisitCard({ visit, isFirst }: { visit: OwnPageVisit; isFirst: boolean }) {
	const { t } = useTranslation('my');
	const format = useFormat();
	const { startsAt, endsAt, office, joinLink, changeLink } = visit;
	return (
		<li className="bg-surface border-line rounded-box flex flex-col gap-4 border p-5 sm:flex-row sm:items-center sm:justify-between">
			<div className="flex flex-col gap-0.5">
				<p className="flex flex-wrap items-center gap-2 text-title font-semibold">
					<span className="first-letter:uppercase">
						{format.date(startsAt, 'day')},{' '}
						<span className="whitespace-nowrap">{format.timeRange(startsAt, endsAt)}</span>
					</span>
					{visit.status === 'IN_PROGRESS' && <Badge tone="accent">{t('now')}</Badge>}
				</p>
				<p>{t('with', { service: visit.serviceName, name: visit.professionalName })}</p>
				<p className="text-muted">{office.kind === 'VIDEO' ? t('video') : office.name}</p>
			</div>
			<div className="flex flex-col gap-2 sm:shrink-0">
				{joinLink !== null && (
					<a href={joinLink} className={buttonStyle(isFirst ? 'primary' : 'secondary', 'large')}>
						<Video aria-hidden />
						{t('join')}
					</a>
				)}
				{changeLink !== null && (
					<a href={changeLink} className={buttonStyle('quiet')}>
						{t('change')}
					</a>
				)}
			</div>
		</li>
	);
}
