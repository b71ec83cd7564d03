import { paidState, type PaidState } from '../../../shared/contract/activities.ts';
import { severalOf } from '../../lib/filters/severalOf.ts';
import { appointmentStatus, type AppointmentStatus } from '../../../shared/contract/appointments.ts';

export const periods = ['all', 'last30', 'month', 'next30', 'own'] as const;
export type PeriodName = (typeof periods)[number];
const usual: PeriodName = 'last30';

/** What the list is narrowed to, as the page's address says it. */
export interface Filters {
	period: PeriodName;
	/** First and last day of one's own period, as they were typed; empty for none. */
	from: string;
	to: string;
	status: AppointmentStatus[];
	paid: PaidState[];
	/** Ids; empty for all. */
	professional: string;
	service: string;
	office: string;
	search: string;
}

/** Whatever the address holds that is none of these is passed over. */
export const readFilters = (address: URLSearchParams): Filters => ({
	period: periods.find((name) => name === address.get('period')) ?? usual,
	from: address.get('from') ?? '',
	to: address.get('to') ?? '',
	status: severalOf(appointmentStatus.options, address.get('status')),
	paid: severalOf(paidState.options, address.get('paid')),
	professional: address.get('professional') ?? '',
	service: address.get('service') ?? '',
	office: address.get('office') ?? '',
	search: address.get('search') ?? '',
});

/** The shortest address for these filters. */
export function writeFilters({ period, from, to, status, paid, ...others }: Filters): URLSearchParams {
	const parts = {
		period: period === usual ? '' : period,
		...(period === 'own' && { from, to }),
		...{ status: status.join(','), paid: paid.join(','), ...others },
	};
	return new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''));
}

/** The days of a period, from `today` on or back; nothing at an end that is open or not typed to its end. */
export function daysOf({ period, from, to }: Filters, today: Temporal.PlainDate): { from?: string; to?: string } {
	const span = (first: Temporal.PlainDate, last: Temporal.PlainDate) => ({
		from: first.toString(),
		to: last.toString(),
	});
	switch (period) {
		case 'all':
			return {};
		case 'last30':
			return span(today.subtract({ days: 30 }), today);
		case 'month':
			return span(today.with({ day: 1 }), today.with({ day: today.daysInMonth }));
		case 'next30':
			return span(today, today.add({ days: 30 }));
		case 'own':
			return { ...(isWhole(from) && { from }), ...(isWhole(to) && { to }) };
	}
}

/** Whether there is no end before its start. */
export const isInOrder = ({ from, to }: { from?: string; to?: string }): boolean =>
	from === undefined || to === undefined || from <= to;

/** As the server is asked. */
export function queryOf(filters: Filters, today: Temporal.PlainDate) {
	const { status, paid, professional, service, office, search } = filters;
	return {
		...daysOf(filters, today),
		...(status.length > 0 && { status: status.join(',') }),
		...(paid.length > 0 && { paid: paid.join(',') }),
		...(professional !== '' && { professionalId: professional }),
		...(service !== '' && { serviceId: service }),
		...(office !== '' && { officeId: office }),
		...(search.trim() !== '' && { search: search.trim() }),
	};
}
export type ActivityQuery = ReturnType<typeof queryOf>;

/** How many filters are set, apart from the search. */
export const countSet = ({ period, status, paid, professional, service, office }: Filters): number =>
	[period === usual, status.length === 0, paid.length === 0, professional === '', service === '', office === ''].filter(
		(isUnset) => !isUnset,
	).length;

/** While a year is typed, it is one of antiquity first. */
const isWhole = (date: string): boolean => /^(?:19|[2-9]\d)\d\d-\d\d-\d\d$/.test(date);
