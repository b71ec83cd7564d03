import { CalendarPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnPage } from '../../../shared/contract/ownPage.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { PublicPage } from '../../ui/PublicPage.tsx';
import { ToPay } from './ToPay.tsx';
import { VisitCard } from './VisitCard.tsx';
import { WaitingPart } from './WaitingPart.tsx';

interface VisitsProps {
	page: OwnPage;
	/** The card on file, where there is one. */
	card: ReactNode;
}

/** What comes, with all that can be done about it; then what was. */
export function Visits({ page: { clientName, clinic, coming, waiting, toPay, past, bookable }, card }: VisitsProps) {
	const { t } = useTranslation('my');
	const format = useFormat();
	const [soonest] = coming;
	return (
		<PublicPage clinic={clinic.name}>
			<h1 className="text-display font-semibold tracking-tight">{t('title', { name: clientName })}</h1>
			{toPay.length > 0 && <ToPay toPay={toPay} />}
			<section className="flex flex-col gap-4">
				<h2 className="text-title font-semibold">{t('coming')}</h2>
				{coming.length === 0 && <p className="text-muted">{t('none')}</p>}
				<ul className="flex flex-col gap-4">
					{coming.map((visit) => (
						<VisitCard key={visit.id} visit={visit} isFirst={visit === soonest} />
					))}
				</ul>
				{soonest !== undefined && Temporal.Now.timeZoneId() !== clinic.timeZone && (
					<p className="text-muted text-small">{t('zone', { zone: format.zone(soonest.startsAt) })}</p>
				)}
				{bookable.map(({ slug, name }) => (
					<a key={slug} href={`/book/${slug}`} className={`${buttonStyle('secondary', 'large')} sm:self-start`}>
						<CalendarPlus aria-hidden />
						{t('book', { name })}
					</a>
				))}
			</section>
			{waiting.length > 0 && <WaitingPart waiting={waiting} />}
			{card}
			{past.length > 0 && (
				<section className="flex flex-col gap-2 pt-4">
					<h2 className="text-title font-semibold">{t('past')}</h2>
					<ul className="divide-line divide-y">
						{past.map((visit) => (
							<li key={visit.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
								<span>
									<span className="font-semibold">{format.dateTime(visit.startsAt)}</span>
									<span className="text-muted block">
										{t('with', { service: visit.serviceName, name: visit.professionalName })}
									</span>
								</span>
								<span className="text-muted text-small">{t(`status.${visit.status}`)}</span>
							</li>
						))}
					</ul>
				</section>
			)}
		</PublicPage>
	);
}
