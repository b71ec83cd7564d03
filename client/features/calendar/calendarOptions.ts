import type { CalendarOptions, Duration } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { snapMinutes } from './events.ts';

const isHalfHour = (time: Duration | undefined) => (time?.milliseconds ?? 0) % 1_800_000 === 0;

/** How our calendar is, whatever it shows. */
export const calendarOptions: CalendarOptions = {
	plugins: [classicTheme, timeGridPlugin, dayGridPlugin, interactionPlugin],
	firstDay: 1,
	headerToolbar: false,
	height: 'auto',
	allDaySlot: false,
	nowIndicator: true,
	slotDuration: { minutes: snapMinutes },
	slotHeaderInterval: '01:00',
	slotMinHeight: 14,
	slotHeaderClass: ({ time }) => (isHalfHour(time) ? '' : '!border-t-0'),
	slotHeaderInnerClass: '!py-0 !text-small !leading-3.5',
	slotLaneClass: ({ time }) => (isHalfHour(time) ? '' : '!border-t-0'),
	slotHeaderFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
	eventMinHeight: 28,
	eventShortHeight: 40,
	slotEventOverlap: false,
	eventDisplay: 'block',
	// Our own content says it; the library's would cost as much as the rest of an event.
	displayEventTime: false,
	// Colleagues stand side by side in the same order at every hour.
	eventOrder: 'start,layer,-duration,title',
	moreLinkClass: '!text-accent font-semibold !border-0 !bg-transparent',
	eventInteractive: true,
	// It is as tall as its hours: there is nothing to scroll to.
	scrollTimeReset: false,
	selectable: true,
	selectMirror: true,
	selectMinDistance: 0,
};
