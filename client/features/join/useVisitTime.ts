import { useTranslation } from 'react-i18next';
import type { Visit } from '../../../shared/contract/join.ts';
import { createFormat, dateIn } from '../../lib/format.ts';
import { toLocale } from '../../lib/locale.ts';

interface VisitTime {
	/** `Today at 14:00`, in the zone of the reader's device. */
	text: string;
	/** The zone's name, only when the clinic's clock shows another time. */
	zone: string | null;
}

/** When a visit is, as its client reads it. */
export function useVisitTime({ startsAt, clinic }: Pick<Visit, 'startsAt' | 'clinic'>): VisitTime {
	const { t, i18n } = useTranslation('join');
	const timeZone = Temporal.Now.timeZoneId();
	const format = createFormat(toLocale(i18n.language), timeZone);
	const date = dateIn(startsAt, timeZone);
	const days = Temporal.Now.plainDateISO().until(date).days;
	const time = format.time(startsAt);
	const clinicTime = createFormat(toLocale(i18n.language), clinic.timeZone).time(startsAt);
	const zone = clinicTime === time ? null : format.zone(startsAt);
	if (days === 0) return { text: t('visit.today', { time }), zone };
	if (days === 1) return { text: t('visit.tomorrow', { time }), zone };
	return { text: t('visit.on', { date: format.date(date, 'day'), time }), zone };
}
