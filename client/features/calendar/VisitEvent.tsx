import { MapPin, Video } from 'lucide-react';
import { memo } from 'react';
import { lineOf } from '../../lib/visits/visitState.ts';
import type { CalendarVisit } from './calendarQuery.ts';
import type { EventWords } from './eventWords.ts';

interface VisitEventProps {
	visit: CalendarVisit;
	words: EventWords;
	/** A line among a day's others, or a place in its column with room for one line or for two. */
	shape: 'row' | 'short' | 'tall';
}

/**
 * What a visit's place in the calendar says: whose it is, when and where; the rest for those who hear it. Drawn anew
 * only when the visit has changed: while one is drawn to another time, the calendar renders all of them at every step.
 */
export const VisitEvent = memo(function VisitEvent({ visit, words, shape }: VisitEventProps) {
	const Place = visit.office.kind === 'VIDEO' ? Video : MapPin;
	return (
		<span className="flex w-full min-w-0 flex-col items-start gap-0.5 overflow-hidden px-1.5 py-0.5 text-small leading-4">
			<span className="w-full truncate font-semibold">
				{shape === 'row' && (
					<span aria-hidden className="text-muted mr-1 font-normal tabular-nums">
						{words.start(visit)}
					</span>
				)}
				{lineOf(visit)}
			</span>
			<span className="sr-only">{words.heard(visit)}</span>
			{shape === 'tall' && (
				<span aria-hidden className="text-muted flex w-full items-center gap-1">
					<Place className="size-3.5 shrink-0" />
					<span className="truncate tabular-nums">{words.below(visit)}</span>
				</span>
			)}
		</span>
	);
});

/** Time that is kept free. */
export const BlockEvent = ({ title }: { title: string }) => (
	<span className="block w-full truncate px-1.5 py-0.5 text-small leading-4 font-semibold">{title}</span>
);
