import type { OpeningHours } from '../../../shared/contract/schedule.ts';
import type { BookingRules } from '../../../shared/domain/bookingRules.ts';

interface Opening {
	officeId: string;
	startMinute: number;
	endMinute: number;
}
interface HoursRows {
	workingHours: (Opening & { weekday: number })[];
	scheduleExceptions: { officeId: string; date: Date; startMinute: number | null; endMinute: number | null }[];
}

export function presentHours({ workingHours, scheduleExceptions }: HoursRows): OpeningHours {
	const dates = Map.groupBy(scheduleExceptions, ({ officeId, date }) => `${officeId} ${date.toISOString()}`);
	return {
		weekly: workingHours.map(({ officeId, weekday, startMinute, endMinute }) => ({
			...{ officeId, weekday, startMinute, endMinute },
		})),
		exceptions: [...dates.values()].flatMap((rows) => {
			const [first] = rows;
			if (first === undefined) return [];
			const hours = rows.flatMap(({ startMinute, endMinute }) =>
				startMinute === null || endMinute === null ? [] : [{ startMinute, endMinute }],
			);
			return [{ officeId: first.officeId, date: first.date.toISOString().slice(0, 10), hours }];
		}),
	};
}

type Page<S> = BookingRules & { slug: S; published: boolean; headline: string; about: string };

export const presentPage = <S extends string | null>(page: Page<S>): Page<S> => ({
	...{ slug: page.slug, published: page.published, headline: page.headline, about: page.about },
	...{ stepMinutes: page.stepMinutes, noticeMinutes: page.noticeMinutes, horizonDays: page.horizonDays },
	...{ bufferBeforeMinutes: page.bufferBeforeMinutes, bufferAfterMinutes: page.bufferAfterMinutes },
	freeCancelHours: page.freeCancelHours,
});
