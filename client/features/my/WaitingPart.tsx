import { useTranslation } from 'react-i18next';
import type { OwnPage } from '../../../shared/contract/ownPage.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { VisitFacts } from './VisitFacts.tsx';

/** The groups in which the client waits for a place, with the way out. */
export function WaitingPart({ waiting }: Pick<OwnPage, 'waiting'>) {
	const { t } = useTranslation('my');
	return (
		<section className="flex flex-col gap-4 pt-4">
			<h2 className="text-title font-semibold">{t('waiting.title')}</h2>
			<ul className="flex flex-col gap-4">
				{waiting.map((visit) => (
					<li
						key={visit.id}
						className="bg-surface border-line rounded-box flex flex-col gap-4 border p-5 sm:flex-row sm:items-center sm:justify-between"
					>
						<div className="flex flex-col gap-0.5">
							<VisitFacts visit={visit} />
							<p className="mt-1 font-medium">{t('waiting.place', { place: visit.placeInLine })}</p>
						</div>
						<a href={visit.leaveLink} className={`${buttonStyle('secondary')} sm:shrink-0`}>
							{t('waiting.show')}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}
