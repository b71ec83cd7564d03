import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paidOf } from '../../../shared/domain/payments/paid.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { isGroup } from '../../lib/visits/visitState.ts';
import type { CalendarVisit } from './calendarQuery.ts';

/** What the calendar says of a visit beside its names. */
export interface EventWords {
	/** `14:00` */
	start(visit: CalendarVisit): string;
	/** The line below the names: the places of a group, and the time. */
	below(visit: CalendarVisit): string;
	/** For those who hear it: everything that others see, and by its colours. */
	heard(visit: CalendarVisit): string;
}

/** In the page's language and zone. Amounts are written once: hundreds of visits share a few, and each costs a formatter. */
export function useEventWords(): EventWords {
	const { t } = useTranslation(['visits', 'groups']);
	const format = useFormat();
	return useMemo(() => {
		const amounts = new Map<string, string>();
		const paid = ({ dueMinor: amountMinor, receivedMinor, currency }: CalendarVisit) => {
			const key = `${amountMinor} ${receivedMinor} ${currency}`;
			const state = paidOf({ amountMinor, receivedMinor });
			const words =
				amounts.get(key) ??
				t(`paid.${state}`, { amount: format.money({ amountMinor: amountMinor || receivedMinor, currency }) });
			amounts.set(key, words);
			return words;
		};
		const places = (visit: CalendarVisit) =>
			isGroup(visit) ? [t('groups:places', { coming: visit.clients, capacity: visit.service.capacity })] : [];
		const time = ({ startsAt, endsAt }: CalendarVisit) => format.timeRange(startsAt, endsAt);
		return {
			start: ({ startsAt }) => format.time(startsAt),
			below: (visit) => [...places(visit), time(visit)].join(' · '),
			heard: (visit) =>
				[
					...[time(visit), ...places(visit), visit.service.name, visit.professional.name],
					visit.status === 'CANCELLED' ? t('status.CANCELLED') : paid(visit),
				].join(', '),
		};
	}, [t, format]);
}
