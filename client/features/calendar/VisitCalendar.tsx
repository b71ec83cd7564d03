import FullCalendar, { type CalendarRef, type EventDisplayInfo, type EventDropInfo } from '@fullcalendar/react';
import { memo, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../../shared/contract/blocks.ts';
import { dateIn } from '../../lib/format.ts';
import { wideScreen } from '../../lib/useWideScreen.ts';
import './calendar.css';
import { calendarOptions } from './calendarOptions.ts';
import type { Opened } from './CalendarDialog.tsx';
import type { CalendarVisit } from './calendarQuery.ts';
import { DayHead } from './DayHead.tsx';
import { useEventWords } from './eventWords.ts';
import { chosenTime, shownHours, toEvents } from './events.ts';
import type { Layer } from './layers.ts';
import type { View } from './useShownDays.ts';
import { BlockEvent, VisitEvent } from './VisitEvent.tsx';

const viewNames: Record<View, string> = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' };

const isNarrow = () => !matchMedia(wideScreen).matches;

interface VisitCalendarProps {
	view: View;
	/** The date that the view is around, and today's, as `2026-03-01`. */
	date: string;
	today: string;
	visits: readonly CalendarVisit[];
	blocks: readonly Block[];
	layers: readonly Layer[];
	timeZone: string;
	/**
	 * A visit or a block was pressed, or drawn to another time, or made longer or shorter, which goes back until it is
	 * really moved; or empty time was pressed or drawn over.
	 */
	onOpen: (opened: Opened) => void;
	onShowDay: (day: Temporal.PlainDate) => void;
}

/**
 * The visits in the days that are shown. FullCalendar draws every visit again for each option that is not the one of
 * before: what is given to it stays the same object while it says the same.
 */
export const VisitCalendar = memo(function VisitCalendar(props: VisitCalendarProps) {
	const { view, date, today, visits, blocks, layers, timeZone, onOpen, onShowDay } = props;
	const { t, i18n } = useTranslation('calendar');
	const calendar = useRef<CalendarRef>(null);
	// Before the browser paints, so that the visits that come with it are never to be seen without their days.
	useLayoutEffect(() => calendar.current?.getApi().changeView(viewNames[view], date), [view, date]);

	const byId = useMemo(() => new Map(visits.map((visit) => [visit.id, visit])), [visits]);
	const events = useMemo(() => toEvents(visits, blocks, layers), [visits, blocks, layers]);
	const words = useEventWords();
	const hours = useMemo(() => shownHours(visits, timeZone), [visits, timeZone]);
	// Where more than two share a day's column, a time would be cut off.
	const isCrowded = view === 'week' && new Set(visits.map(({ professional }) => professional.id)).size > 2;
	const dayHead = useCallback(
		({ date: day }: { date: Date }) => (
			<DayHead date={dateIn(day.toISOString(), timeZone)} view={view} today={Temporal.PlainDate.from(today)} />
		),
		[timeZone, view, today],
	);
	const eventContent = useCallback(
		({ event: { id, title }, isShort }: Pick<EventDisplayInfo, 'event' | 'isShort'>) => {
			const visit = byId.get(id);
			const shape = view === 'month' ? 'row' : isShort || isCrowded ? 'short' : 'tall';
			return visit ? <VisitEvent {...{ visit, words, shape }} /> : <BlockEvent title={title} />;
		},
		[byId, words, view, isCrowded],
	);
	const moved = useCallback(
		({ event: { id, start, end }, revert }: Pick<EventDropInfo, 'event' | 'revert'>) => {
			revert();
			if (!start || !end) return;
			const to = { startsAt: start.toISOString(), endsAt: end.toISOString() };
			onOpen({ kind: byId.has(id) ? 'move' : 'block', id, to });
		},
		[byId, onOpen],
	);
	const pressed = useCallback(
		({ event: { id } }: Pick<EventDropInfo, 'event'>) => onOpen({ kind: byId.has(id) ? 'visit' : 'block', id }),
		[byId, onOpen],
	);
	const chosen = useCallback(
		({ start, end }: { start: Date; end: Date }) => {
			calendar.current?.getApi().unselect();
			onOpen({ kind: 'newVisit', ...chosenTime(start, end, timeZone) });
		},
		[onOpen, timeZone],
	);
	const moreText = useCallback((count: number) => t(isNarrow() ? 'count' : 'more', { count }), [t]);
	const moreClick = useCallback(
		({ date: day }: { date: Date }) => onShowDay(dateIn(day.toISOString(), timeZone)),
		[onShowDay, timeZone],
	);
	return (
		<div className="calendar border-line overflow-hidden rounded-box border">
			<FullCalendar
				{...calendarOptions}
				ref={calendar}
				initialView={viewNames[view]}
				initialDate={date}
				timeZone={timeZone}
				locale={i18n.language}
				slotMinTime={hours.from}
				slotMaxTime={hours.to}
				dayHeaderContent={dayHead}
				dayMaxEvents={isNarrow() ? 0 : 4}
				moreLinkText={moreText}
				moreLinkClick={moreClick}
				events={events}
				eventContent={eventContent}
				eventClick={pressed}
				eventDrop={moved}
				eventResize={moved}
				select={chosen}
			/>
		</div>
	);
});
