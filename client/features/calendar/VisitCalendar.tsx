import FullCalendar, { type CalendarRef, type EventInput } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import clsx from 'clsx';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { dateIn } from '../../lib/format.ts';
import { isOpen } from '../../lib/visits/visitState.ts';
import './calendar.css';
import type { Layer } from './layers.ts';
import { wideScreen, type ShownDays, type View } from './useShownDays.ts';
import { DayHead } from './DayHead.tsx';
import { VisitEvent } from './VisitEvent.tsx';

const plugins = [classicTheme, timeGridPlugin, dayGridPlugin, interactionPlugin];
const viewNames: Record<View, string> = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' };

interface VisitCalendarProps {
	shown: ShownDays;
	visits: readonly Appointment[];
	layers: readonly Layer[];
	timeZone: string;
	onOpen: (appointmentId: string) => void;
	/** Empty time was pressed, or drawn over; ISO 8601. */
	onChooseTime: (startsAt: string) => void;
}

/** The visits in the days that are shown. */
export function VisitCalendar({ shown, visits, layers, timeZone, onOpen, onChooseTime }: VisitCalendarProps) {
	const { t, i18n } = useTranslation('calendar');
	const isNarrow = !matchMedia(wideScreen).matches;
	const calendar = useRef<CalendarRef>(null);
	const { view, date } = shown;
	const shownDate = date.toString();
	useEffect(() => calendar.current?.getApi().changeView(viewNames[view], shownDate), [view, shownDate]);

	const byId = useMemo(() => new Map(visits.map((visit) => [visit.id, visit])), [visits]);
	const events = useMemo(() => toEvents(visits, layers), [visits, layers]);
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
				slotDuration="00:30"
				snapDuration="00:05"
				slotMinTime={slotsFrom(visits, timeZone, 7)}
				slotMaxTime={slotsTo(visits, timeZone, 20)}
				dayHeaderContent={({ date: day }) => (
					<DayHead date={dateIn(day.toISOString(), timeZone)} view={view} today={shown.today} />
				)}
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
				eventContent={({ event, isShort, view: { type } }) => {
					const visit = byId.get(event.id);
					return (
						visit && <VisitEvent visit={visit} shape={type === viewNames.month ? 'row' : isShort ? 'short' : 'tall'} />
					);
				}}
				eventClick={({ event }) => onOpen(event.id)}
				selectable
				selectMirror
				selectMinDistance={0}
				select={({ start }) => onChooseTime(start.toISOString())}
			/>
		</div>
	);
}

function toEvents(visits: readonly Appointment[], layers: readonly Layer[]): EventInput[] {
	const colours = new Map(layers.map(({ id, colour }) => [id, colour]));
	return visits.map((visit) => ({
		id: visit.id,
		title: visit.service.name,
		start: visit.startsAt,
		end: visit.endsAt,
		editable: isOpen(visit),
		className: clsx(
			'!rounded-inner !border-0 !border-l-3 !border-solid',
			`layer-${colours.get(visit.professional.id) ?? 0}`,
			visit.status === 'CANCELLED'
				? '!bg-sunken !border-edge !text-muted line-through'
				: '!bg-(--layer-soft) !border-(--layer) !text-ink',
		),
	}));
}

const hourOf = (instant: string, timeZone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
const atHour = (hour: number) => `${String(hour).padStart(2, '0')}:00:00`;

/** The working day begins at `hour`, or with the visit that begins before it. */
const slotsFrom = (visits: readonly Appointment[], timeZone: string, hour: number): string =>
	atHour(Math.min(hour, ...visits.map(({ startsAt }) => hourOf(startsAt, timeZone).hour)));

/** And ends at `hour`, or with the visit that ends after it. */
const slotsTo = (visits: readonly Appointment[], timeZone: string, hour: number): string =>
	atHour(
		Math.max(
			hour,
			...visits.map(({ startsAt, endsAt }) => {
				const [start, end] = [hourOf(startsAt, timeZone), hourOf(endsAt, timeZone)];
				const ended = start.toPlainDate().equals(end.toPlainDate()) ? end.hour + Math.sign(end.minute) : 24;
				return ended;
			}),
		),
	);
