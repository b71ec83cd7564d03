import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import { readCalendar, type calendarVisit } from '../../../shared/contract/calendar.ts';
import type { ResponseOf } from '../../../shared/contract/route.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { periodOf } from '../../lib/visits/period.ts';
import { visitsKey } from '../../lib/visits/queries.ts';
import type { Days } from './useShownDays.ts';

type Answer = ResponseOf<typeof readCalendar>;
type Names = 'professionals' | 'services' | 'offices';

/** A visit as the calendar draws it, with whom and what it names. */
export type CalendarVisit = Omit<z.output<typeof calendarVisit>, 'professionalId' | 'serviceId' | 'officeId'> & {
	professional: Answer['professionals'][number];
	service: Answer['services'][number];
	office: Answer['offices'][number];
};

/**
 * Visits and blocks of the days that a view shows, soonest first. The answer says of which days it is: those of before
 * stay, title and all, until the next ones can be drawn with their visits.
 */
export const calendarQuery = (days: Days, timeZone: string) => {
	const { from, to } = periodOf(days.first, days.length, timeZone);
	return queryOptions({
		queryKey: [...visitsKey, 'calendar', from, to],
		queryFn: async ({ signal }) => {
			const answer = await memberApi.call(readCalendar, { query: { from, to } }, { signal });
			return { days, visits: visitsOf(answer), blocks: answer.blocks };
		},
		placeholderData: keepPreviousData,
		// What was read ahead is not read again at once.
		staleTime: 30_000,
		refetchInterval: 60_000,
	});
};

/** Reads days before somebody turns to them, once those that are shown are there. */
export function useReadAhead(query: ReturnType<typeof calendarQuery>, isReady: boolean): void {
	const queryClient = useQueryClient();
	const latest = useRef(query);
	useEffect(() => void (latest.current = query), [query]);
	const key = query.queryKey.join(' ');
	useEffect(() => {
		if (isReady) void queryClient.prefetchQuery(latest.current);
	}, [queryClient, key, isReady]);
}

function visitsOf(answer: Answer): CalendarVisit[] {
	const byId = <N extends Names>(named: N) =>
		new Map(answer[named].map((each): [string, Answer[N][number]] => [each.id, each]));
	const [professionals, services, offices] = [byId('professionals'), byId('services'), byId('offices')];
	return answer.visits.flatMap(({ professionalId, serviceId, officeId, ...visit }) => {
		const professional = professionals.get(professionalId);
		const service = services.get(serviceId);
		const office = offices.get(officeId);
		return professional && service && office ? [{ ...visit, professional, service, office }] : [];
	});
}
