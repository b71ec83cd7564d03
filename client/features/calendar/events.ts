import type { EventInput } from '@fullcalendar/react';
import clsx from 'clsx';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { Block } from '../../../shared/contract/blocks.ts';
import type { Layer } from './layers.ts';

const box = '!rounded-inner !border-0 !border-l-3 !border-solid';

/** Visits in their professional's colour, and blocks, as the calendar draws them. Ids stay what they are. */
export function toEvents(
	visits: readonly Appointment[],
	blocks: readonly Block[],
	layers: readonly Layer[],
): EventInput[] {
	const colours = new Map(layers.map(({ id, colour }) => [id, colour]));
	return [
		...blocks.map(({ id, title, startsAt, endsAt }) => ({
			...{ id, title, start: startsAt, end: endsAt, editable: false },
			className: clsx(box, 'blocked !border-edge !text-muted'),
		})),
		...visits.map((visit) => ({
			id: visit.id,
			title: visit.service.name,
			start: visit.startsAt,
			end: visit.endsAt,
			editable: visit.status === 'PLANNED',
			className: clsx(
				box,
				`layer-${colours.get(visit.professional.id) ?? 0}`,
				visit.status === 'CANCELLED'
					? '!bg-sunken !border-edge !text-muted line-through'
					: '!bg-(--layer-soft) !border-(--layer) !text-ink',
			),
		})),
	];
}

/** The working day on the wall clock, longer where a visit begins before it or ends after it; whole hours. */
export function shownHours(visits: readonly Appointment[], timeZone: string): { from: string; to: string } {
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

const atHour = (hour: number) => `${String(hour).padStart(2, '0')}:00:00`;
