import { useSearchParams } from 'react-router';
import { readFilters, writeFilters, type Filters } from './filters.ts';

export interface FilterChoice {
	filters: Filters;
	/** What is chosen is a step that *Back* leads back from; what is typed (`replace`) is none. */
	change: (changes: Partial<Filters>, options?: { replace: boolean }) => void;
	reset: () => void;
}

/** The filters, kept in the address: a list can be linked to. */
export function useFilters(): FilterChoice {
	const [address, setAddress] = useSearchParams();
	return {
		filters: readFilters(address),
		change: (changes, options) => setAddress((before) => writeFilters({ ...readFilters(before), ...changes }), options),
		reset: () => setAddress({}),
	};
}
