import { useFormat } from '../../../../lib/useFormat.ts';
import { useNextVisits } from './useNextVisits.ts';

/** When the next visit is. */
export function NextVisitState() {
	const format = useFormat();
	const next = useNextVisits().data?.[0];
	return next ? format.dateTime(next.startsAt) : null;
}
