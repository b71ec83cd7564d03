import { locale } from '../../../shared/contract/scalars.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import type { ReminderVariable } from '../../../shared/domain/reminderText.ts';
import type { Links } from '../ports.ts';
import { createZoneFormats, dateLanguage } from '../zoneFormats.ts';

const formatsFor = createZoneFormats({ date: { weekday: 'long', day: 'numeric', month: 'long' }, zone: 'short' });

/** What a reminder needs to know of one person's visit. */
export const visitColumns = {
	...{ id: true, linkVersion: true, startsAt: true, clinicId: true },
	client: { select: { name: true, email: true, phone: true, locale: true, timeZone: true } },
	appointment: {
		select: {
			service: { select: { name: true } },
			office: { select: { name: true, kind: true } },
			professional: { select: { name: true } },
			clinic: { select: { name: true, timeZone: true } },
		},
	},
} as const satisfies Prisma.AttendeeSelect;

type Row = Prisma.AttendeeGetPayload<{ select: typeof visitColumns }>;

/** One client's visit that is reminded of. */
export type RemindedVisit = Row & { client: NonNullable<Row['client']> };

export const hasClient = (row: Row): row is RemindedVisit => row.client !== null;

/**
 * The values of all variables, dates as the client's language writes them on the client's own clock. Where that is not
 * the clinic's, its zone is named.
 */
export function valuesFor(visit: RemindedVisit, links: Links): Record<ReminderVariable, string> {
	const { client, appointment, startsAt } = visit;
	const { service, office, professional, clinic } = appointment;
	const timeZone = client.timeZone ?? clinic.timeZone;
	const language = localeOf(visit);
	const { date, time, zoneAt } = formatsFor(dateLanguage(language), timeZone);
	const zoneIfOther = timeZone === clinic.timeZone ? '' : ` (${zoneAt(startsAt)})`;
	const own = links.own(visit.id, visit.linkVersion);
	return {
		client: client.name,
		clinic: clinic.name,
		service: service.name,
		professional: professional.name,
		date: date.format(startsAt),
		time: `${time.format(startsAt)}${zoneIfOther}`,
		place: office.name,
		// A visit at the office has nothing to join.
		link: office.kind === 'VIDEO' ? own.join : '',
		cancelLink: own.visit,
	};
}

export const localeOf = ({ client }: RemindedVisit) => locale.parse(client.locale);

/** Where this channel reaches the client; null where nothing does. An SMS needs the number with its country. */
export function addressOf({ client }: RemindedVisit, channel: 'EMAIL' | 'SMS'): string | null {
	if (channel === 'EMAIL') return client.email;
	const number = (client.phone ?? '').replaceAll(/[ ()-]/g, '');
	return /^\+\d{7,15}$/.test(number) ? number : null;
}
