import clsx from 'clsx';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { DayColumn } from './DayColumn.tsx';
import { hourHeight, layoutDay, shownHours } from './gridLayout.ts';

interface TimeGridProps {
	days: readonly Temporal.PlainDate[];
	visits: readonly Appointment[];
	/** Milliseconds. */
	now: number;
	timeZone: string;
	onOpen: (appointmentId: string) => void;
	/** `time` as `14:30`. */
	onPressTime: (date: Temporal.PlainDate, time: string) => void;
}

/** Days side by side over the hours of the day. */
export function TimeGrid({ days, visits, now, timeZone, onOpen, onPressTime }: TimeGridProps) {
	const format = useFormat();
	const laid = days.map((day) => layoutDay(visits, day, timeZone));
	const { first, last } = shownHours(laid);
	const hours = Array.from({ length: last - first }, (_, index) => first + index);
	const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
	const columns = {
		gridTemplateColumns: `3.5rem repeat(${days.length}, minmax(${days.length > 1 ? '6.5rem' : '0'}, 1fr))`,
	};

	return (
		<div className="bg-surface border-line overflow-x-auto rounded-box border">
			<div className="grid min-w-max" style={columns}>
				<div className="border-line border-b" />
				{days.map((day) => (
					<div key={day.toString()} className="border-line border-b border-l px-2 py-2 text-center">
						<span className="text-muted block text-small">{format.date(day, 'weekday')}</span>
						<span
							aria-current={day.equals(today) ? 'date' : undefined}
							className={clsx(
								'inline-grid size-8 place-items-center rounded-full font-semibold tabular-nums',
								day.equals(today) && 'bg-accent text-on-accent',
							)}
						>
							{day.day}
						</span>
					</div>
				))}
				<div aria-hidden className="relative" style={{ height: hours.length * hourHeight }}>
					{hours.slice(1).map((hour, index) => (
						<span
							key={hour}
							className="text-muted absolute right-2 -translate-y-1/2 text-small tabular-nums"
							style={{ top: (index + 1) * hourHeight }}
						>
							{String(hour).padStart(2, '0')}:00
						</span>
					))}
				</div>
				{days.map((day, index) => (
					<DayColumn
						key={day.toString()}
						day={day}
						blocks={laid[index] ?? []}
						hours={hours}
						now={now}
						timeZone={timeZone}
						onOpen={onOpen}
						onPressTime={(time) => onPressTime(day, time)}
					/>
				))}
			</div>
		</div>
	);
}
