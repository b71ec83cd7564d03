import { dateIn } from '../format.ts';
import { useFormat } from '../useFormat.ts';

/** When a visit begins, in a list over several days: the day, with its year unless it is this one, and the time below. */
export function VisitDate({ startsAt, thisYear }: { startsAt: string; thisYear: number }) {
	const format = useFormat();
	const { year } = dateIn(startsAt, format.timeZone);
	return (
		<>
			{format.date(startsAt, 'shortDay')}
			{year !== thisYear && ` ${year}`}
			<span className="text-muted block text-small font-normal">{format.time(startsAt)}</span>
		</>
	);
}
