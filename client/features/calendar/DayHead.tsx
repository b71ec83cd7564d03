import clsx from 'clsx';
import { useFormat } from '../../lib/useFormat.ts';
import type { View } from './useShownDays.ts';

/** The head of a column: the weekday; of a single day its date too, today's marked. */
export function DayHead({ date, view, today }: { date: Temporal.PlainDate; view: View; today: Temporal.PlainDate }) {
	const format = useFormat();
	return (
		<span className="flex flex-col items-center py-1">
			<span className="text-muted text-small font-normal">{format.date(date, 'weekday')}</span>
			{view !== 'month' && (
				<span
					aria-current={date.equals(today) ? 'date' : undefined}
					className={clsx(
						'grid size-8 place-items-center rounded-full font-semibold tabular-nums',
						date.equals(today) && 'bg-accent text-on-accent',
					)}
				>
					{date.day}
				</span>
			)}
		</span>
	);
}
