import { Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OwnPageVisit } from '../../../shared/contract/ownPage.ts';
import { Badge } from '../../ui/Badge.tsx';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { VisitFacts } from './VisitFacts.tsx';

/** A visit that comes. The first one's way into the call stands out. */
export function VisitCard({ visit, isFirst }: { visit: OwnPageVisit; isFirst: boolean }) {
	const { t } = useTranslation('my');
	const { joinLink, changeLink } = visit;
	return (
		<li className="bg-surface border-line rounded-box flex flex-col gap-4 border p-5 sm:flex-row sm:items-center sm:justify-between">
			<div className="flex flex-col gap-0.5">
				<VisitFacts visit={visit} badge={visit.status === 'IN_PROGRESS' && <Badge tone="accent">{t('now')}</Badge>} />
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
