// The page of `bench:calendar` with nothing but FullCalendar: the grid of our calendar, and events with a title.
/// <reference types="vite/client" />
import FullCalendar from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';

/** Draws the calendar; it reads the events of what it shows from `/events`, as a JSON feed. */
export function show(view: 'timeGridWeek' | 'dayGridMonth', date: string): void {
	const root = document.createElement('div');
	root.className = 'calendar';
	document.body.append(root);
	createRoot(root).render(
		createElement(FullCalendar, {
			plugins: [classicTheme, timeGridPlugin, dayGridPlugin, interactionPlugin],
			initialView: view,
			initialDate: date,
			timeZone: 'UTC',
			firstDay: 1,
			headerToolbar: { left: 'prev,next', center: 'title' },
			height: 'auto',
			allDaySlot: false,
			slotDuration: { minutes: 15 },
			slotMinTime: '07:00:00',
			slotMaxTime: '20:00:00',
			slotEventOverlap: false,
			eventDisplay: 'block',
			dayMaxEvents: 4,
			editable: true,
			selectable: true,
			events: async ({ startStr, endStr }: { startStr: string; endStr: string }) => {
				const query = new URLSearchParams({ from: startStr, to: endStr });
				return (await fetch(`/events?${query}`)).json();
			},
		}),
	);
}
