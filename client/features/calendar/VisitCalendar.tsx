import FullCalendar, {
	type CalendarRef,
	type Duration,
	type EventDisplayInfo,
	type EventDropInfo,
} from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { Block } from '../../../shared/contract/blocks.ts';
import { dateIn } from '../../lib/format.ts';
import './calendar.css';
import { chosenStart, shownHours, snapMinutes, toEvents } from './events.ts';
import type { Layer } from './layers.ts';
import type { Span } from './useMoveVisit.ts';
import { wideScreen } from '../../lib/useWideScreen.ts';
import type { ShownDays, View } from './useShownDays.ts';
import { DayHead } from './DayHead.tsx';
import { BlockEvent, VisitEvent } from './VisitEvent.tsx';

const plugins = [classicTheme, timeGridPlugin, dayGridPlugin, interactionPlugin];
const viewNames: Record<View, string> = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' };

const isHalfHour = (time: Duration | undefined) => (time?.milliseconds ?? 0) % 1_800_000 === 0;

interface VisitCalendarProps {
	shown: ShownDays;
	visits: readonly Appointment[];
	layers: readonly Layer[];
	timeZone: string;
	blocks: readonly Block[];
	onOpen: (appointmentId: string) => void;
	onOpenBlock: (blockId: string) => void;
	/** A visit or a block was drawn to another time, or made longer or shorter. It goes back until it is really moved. */
	onMove: (id: string, to: Span) => void;
	/** Empty time was pressed or drawn over. */
	onChooseTime: (startsAt: string) => void;
}

/** The visits in the days that are shown. */
export function VisitCalendar(props: VisitCalendarProps) {
	const { shown, visits, blocks, layers, timeZone, onOpen, onOpenBlock, onMove, onChooseTime } = props;
	const { t, i18n } = useTranslation('calendar');
	const isNarrow = !matchMedia(wideScreen).matches;
	const calendar = useRef<CalendarRef>(null);
	const { view, date } = shown;
	const shownDate = date.toString();
	useEffect(() => calendar.current?.getApi().changeView(viewNames[view], shownDate), [view, shownDate]);

	const moved = ({ event: { id, start, end }, revert }: Pick<EventDropInfo, 'event' | 'revert'>) => {
		revert();
		if (start && end) onMove(id, { startsAt: start.toISOString(), endsAt: end.toISOString() });
	};
	const byId = useMemo(() => new Map(visits.map((visit) => [visit.id, visit])), [visits]);
	const events = useMemo(() => toEvents(visits, blocks, layers), [visits, blocks, layers]);
	const dayHead = ({ date: day }: { date: Date }) => (
		<DayHead date={dateIn(day.toISOString(), timeZone)} view={view} today={shown.today} />
	);
	const eventContent = ({ event: { id, title }, isShort }: Pick<EventDisplayInfo, 'event' | 'isShort'>) => {
		const visit = byId.get(id);
		const shape = view === 'month' ? 'row' : isShort ? 'short' : 'tall';
		return visit ? <VisitEvent visit={visit} shape={shape} /> : <BlockEvent title={title} />;
	};
	const hours = useMemo(() => shownHours(visits, timeZone), [visits, timeZone]);
	return (
		<div className="calendar border-line overflow-hidden rounded-box border">
			<FullCalendar
				ref={calendar}
				plugins={plugins}
				initialView={viewNames[view]}
				initialDate={shownDate}
				timeZone={timeZone}
				locale={i18n.language}
				firstDay={1}
				headerToolbar={false}
				height="auto"
				allDaySlot={false}
				nowIndicator
				slotDuration={{ minutes: snapMinutes }}
				slotHeaderInterval="01:00"
				slotMinHeight={14}
				slotHeaderClass={({ time }) => (isHalfHour(time) ? '' : '!border-t-0')}
				slotHeaderInnerClass="!py-0 !text-small !leading-3.5"
				slotLaneClass={({ time }) => (isHalfHour(time) ? '' : '!border-t-0')}
				slotMinTime={hours.from}
				slotMaxTime={hours.to}
				dayHeaderContent={dayHead}
				slotHeaderFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
				eventMinHeight={28}
				eventShortHeight={40}
				slotEventOverlap={false}
				eventDisplay="block"
				dayMaxEvents={isNarrow ? 0 : 4}
				moreLinkText={(count) => t(isNarrow ? 'count' : 'more', { count })}
				moreLinkClass="!text-accent font-semibold !border-0 !bg-transparent"
				moreLinkClick={({ date: day }) => {
					shown.show('day', dateIn(day.toISOString(), timeZone));
				}}
				eventInteractive
				events={events}
				eventContent={eventContent}
				eventClick={({ event }) => (byId.has(event.id) ? onOpen(event.id) : onOpenBlock(event.id))}
				eventDrop={moved}
				eventResize={moved}
				selectable
				selectMirror
				selectMinDistance={0}
				select={({ start, end }) => {
					calendar.current?.getApi().unselect();
					onChooseTime(chosenStart(start, end, timeZone));
				}}
			/>
		</div>
	);
}
