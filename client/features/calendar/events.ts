import type { EventInput } from '@fullcalendar/react';
import clsx from 'clsx';
import { durationLimits } from '../../../shared/contract/appointments.ts';
import type { Block } from '../../../shared/contract/blocks.ts';
import type { CalendarVisit } from './calendarQuery.ts';
import type { Layer } from './layers.ts';

const box = '!rounded-inner !border-0 !border-l-3 !border-solid';

/** Visits in their professional's colour, and blocks, as the calendar draws them. Ids stay what they are. */
export function toEvents(
	visits: readonly CalendarVisit[],
	blocks: readonly Block[],
	layers: readonly Layer[],
): EventInput[] {
	const ranked = new Map(layers.map(({ id, colour }, rank) => [id, { rank, colour }]));
	return [
		...blocks.map(({ id, title, startsAt, endsAt }) => ({
			...{ id, title, start: startsAt, end: endsAt, editable: true },
			className: clsx(box, 'blocked !border-edge !text-muted'),
		})),
		...visits.map((visit) => ({
			id: visit.id,
			title: visit.service.name,
			start: visit.startsAt,
			end: visit.endsAt,
			layer: ranked.get(visit.professional.id)?.rank ?? 0,
			editable: visit.status === 'PLANNED',
			className: clsx(
				box,
				`layer-${ranked.get(visit.professional.id)?.colour ?? 0}`,
				visit.status === 'CANCELLED'
					? '!bg-sunken !border-edge !text-muted line-through'
					: '!bg-(--layer-soft) !border-(--layer) !text-ink',
			),
		})),
	];
}

/** The working day on the wall clock, longer where a visit begins before it or ends after it; whole hours. */
export function shownHours(
	visits: readonly Pick<CalendarVisit, 'startsAt' | 'endsAt'>[],
	timeZone: string,
): { from: string; to: string } {
	const spans = visits.map(({ startsAt, endsAt }) => ({
		start: Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone),
		end: Temporal.Instant.from(endsAt).toZonedDateTimeISO(timeZone),
	}));
	const ends = spans.map(({ start, end }) =>
		start.toPlainDate().equals(end.toPlainDate()) ? end.hour + Math.sign(end.minute) : 24,
	);
	return {
		from: atHour(Math.min(7, ...spans.map(({ start }) => start.hour))),
		to: atHour(Math.max(20, ...ends)),
	};
}

/**
 * What is drawn comes to lie by so many minutes further. It is the height of a row too: FullCalendar takes the middle of
 * the row that was gripped for where it was gripped, which with finer steps than rows would shift what is drawn.
 */
export const snapMinutes = 15;

/**
 * The visit that is chosen by pressing or drawing on empty time: from where, ISO 8601, and as long as it was drawn. A mere
 * press means the half hour that it hits, and a day that is pressed in a month only where it begins.
 */
export function chosenTime(
	start: Date,
	end: Date,
	timeZone: string,
): { startsAt: string; minutes: number | undefined } {
	const from = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(timeZone);
	const minutes = (end.getTime() - start.getTime()) / 60_000;
	const isPressed = minutes <= snapMinutes;
	const halfHour = { smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'floor' } as const;
	const startsAt = (isPressed ? from.round(halfHour) : from).toInstant().toString();
	return { startsAt, minutes: isPressed || minutes > durationLimits.most ? undefined : minutes };
}

const atHour = (hour: number) => `${String(hour).padStart(2, '0')}:00:00`;
