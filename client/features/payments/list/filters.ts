import { paymentState } from '../../../../shared/contract/paymentList.ts';
import { paymentMethod } from '../../../../shared/contract/payments.ts';
import { severalOf } from '../../../lib/filters/severalOf.ts';

/** What the payments are narrowed to, as the page's address says it. */
export interface Filters {
	/** `2026-03`; empty for this one. */
	month: string;
	state: (typeof paymentState.options)[number][];
	method: (typeof paymentMethod.options)[number][];
	/** An id; empty for all. */
	professional: string;
	search: string;
}

/** Whatever the address holds that is none of these is passed over. */
export const readFilters = (address: URLSearchParams): Filters => ({
	month: /^\d{4}-(?:0[1-9]|1[0-2])$/.exec(address.get('month') ?? '')?.[0] ?? '',
	state: severalOf(paymentState.options, address.get('state')),
	method: severalOf(paymentMethod.options, address.get('method')),
	professional: address.get('professional') ?? '',
	search: address.get('search') ?? '',
});

/** The shortest address for these filters. */
export const writeFilters = ({ state, method, ...others }: Filters): URLSearchParams =>
	new URLSearchParams(
		Object.entries({ ...others, state: state.join(','), method: method.join(',') }).filter(([, value]) => value !== ''),
	);

/** As the server is asked. */
export const queryOf = ({ state, method, professional, search }: Filters) => ({
	...(state.length > 0 && { state: state.join(',') }),
	...(method.length > 0 && { method: method.join(',') }),
	...(professional !== '' && { professionalId: professional }),
	...(search.trim() !== '' && { search: search.trim() }),
});
export type PaymentQuery = ReturnType<typeof queryOf>;

/** How many filters are set, apart from the search. */
export const countSet = ({ state, method, professional }: Filters): number =>
	[state.length > 0, method.length > 0, professional !== ''].filter(Boolean).length;
