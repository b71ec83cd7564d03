import { dateIn } from './format.ts';
import { useFormat } from './useFormat.ts';
import { useNow } from './useNow.ts';

/** The year on the page's clock: a date of another one is shown with its year. */
export function useThisYear(): number {
	const { timeZone } = useFormat();
	return dateIn(new Date(useNow(3_600_000)).toISOString(), timeZone).year;
}
