import { CalendarClock, Stethoscope } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../../../shared/contract/join.ts';
import { buttonStyle } from '../../ui/buttonStyle.ts';
import { Screen } from './Screen.tsx';
import { useVisitTime } from './useVisitTime.ts';

/** First step: whose visit this is and when. */
export function VisitStep({ visit, onNext }: { visit: Visit; onNext: () => void }) {
	const { t } = useTranslation('join');
	const when = useVisitTime(visit);
	return (
		<Screen clinic={visit.clinic.name} step={1} title={t('visit.title', { name: visit.professionalName })}>
			<dl className="bg-surface border-line rounded-box flex flex-col gap-4 border p-5 text-title">
				<div className="flex gap-3">
					<dt>
						<CalendarClock aria-hidden className="text-accent mt-0.5 size-6" />
						<span className="sr-only">{t('visit.time')}</span>
					</dt>
					<dd>
						<span className="block font-semibold">{when.text}</span>
						{when.zone && <span className="text-muted block text-body">{t('visit.zone', { zone: when.zone })}</span>}
					</dd>
				</div>
				<div className="flex gap-3">
					<dt>
						<Stethoscope aria-hidden className="text-accent mt-0.5 size-6" />
						<span className="sr-only">{t('visit.service')}</span>
					</dt>
					<dd>{visit.serviceName}</dd>
				</div>
			</dl>
			<p className="text-muted">{t('visit.next')}</p>
			<button type="button" className={buttonStyle('primary', 'large')} onClick={onNext}>
				{t('visit.start')}
			</button>
		</Screen>
	);
}
