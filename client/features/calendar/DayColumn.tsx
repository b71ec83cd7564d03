import { minuteOf, hourHeight, pressedTime, type Block } from './gridLayout.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { VisitBlock } from './VisitBlock.tsx';

interface DayColumnProps {
	day: Temporal.PlainDate;
	blocks: readonly Block[];
	/** The hours that are shown, in order. */
	hours: readonly number[];
	/** Milliseconds. */
	now: number;
	timeZone: string;
	onOpen: (appointmentId: string) => void;
	onPressTime: (time: string) => void;
}

/** One day of the grid. By keyboard a visit is added with the page's button; empty time is for the pointer. */
export function DayColumn({ day, blocks, hours, now, timeZone, onOpen, onPressTime }: DayColumnProps) {
	const format = useFormat();
	const firstHour = hours[0] ?? 0;
	const top = (minute: number) => ((minute - firstHour * 60) / 60) * hourHeight;
	const nowMinute = minuteOf(new Date(now).toISOString(), day, timeZone);
	const isNowShown = nowMinute >= firstHour * 60 && nowMinute < (firstHour + hours.length) * 60;
	return (
		<div
			role="group"
			aria-label={format.date(day, 'day')}
			className="border-line relative border-l"
			style={{
				height: hours.length * hourHeight,
				backgroundImage: `linear-gradient(var(--color-line) 1px, transparent 1px)`,
				backgroundSize: `100% ${hourHeight}px`,
			}}
		>
			<button
				type="button"
				tabIndex={-1}
				aria-hidden
				className="absolute inset-0 cursor-cell"
				onClick={({ clientY, currentTarget }) =>
					onPressTime(pressedTime(clientY - currentTarget.getBoundingClientRect().top, firstHour))
				}
			/>
			{blocks.map((block) => (
				<VisitBlock key={block.visit.id} block={block} top={top} onOpen={() => onOpen(block.visit.id)} />
			))}
			{isNowShown && (
				<div
					aria-hidden
					className="bg-danger pointer-events-none absolute inset-x-0 z-10 h-0.5 before:absolute before:-top-[3px] before:-left-1 before:size-2 before:rounded-full before:bg-inherit"
					style={{ top: top(nowMinute) }}
				/>
			)}
		</div>
	);
}
