import { dateIn } from '../format.ts';
import { useFormat } from '../useFormat.ts';
import { useNow } from '../useNow.ts';

/** When a visit begins, in a list over several days: the day, with its year unless it is this one, and the time below. */
export function VisitDate({ startsAt }: { startsAt: string }) {
	const format = useFormat();
	const thisYear = dateIn(new Date(useNow(3_600_000)).toISOString(), format.timeZone).year;
	const { year } = dateIn(startsAt, format.timeZone);
	return (
		<>
			{format.date(startsAt, 'shortDay')}
			{year !== thisYear && ` ${year}`}
			<span className="text-muted block text-small font-normal">{format.time(startsAt)}</span>
		</>
	);
}
