import type { Scope } from '../../../shared/contract/recurrence.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { locale } from '../../../shared/contract/scalars.ts';
import type { Queryable } from '../../adapters/prisma/database.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import type { Links } from '../ports.ts';
import type { OwnLinks, VisitToTell } from './mails.ts';
import { visitInclude } from './present.ts';

/** A visit with all that changing it and telling of it takes. */
export const withPeople = {
	...visitInclude,
	clinic: { select: { id: true, name: true, timeZone: true } },
	professional: { select: { id: true, name: true, email: true, timeZone: true, locale: true } },
	series: true,
	attendees: { ...visitInclude.attendees, include: { ...visitInclude.attendees.include, client: true } },
} satisfies Prisma.AppointmentInclude;
export type VisitWithPeople = Prisma.AppointmentGetPayload<{ include: typeof withPeople }>;

/** One visit, if `where` finds it. @throws SamtalError `NOT_FOUND` */
export async function readVisit(tx: Queryable, where: Prisma.AppointmentWhereInput): Promise<VisitWithPeople> {
	const visit = await tx.appointment.findFirst({ where, include: withPeople });
	if (visit === null) throw new SamtalError('NOT_FOUND');
	return visit;
}

/** The visit itself and what else of its series `scope` means: only what is still to come, in order. */
export async function visitsInScope(
	tx: Queryable,
	visit: VisitWithPeople,
	scope: Scope,
	now: Date,
): Promise<VisitWithPeople[]> {
	const { id, seriesId, originalStartsAt } = visit;
	if (scope === 'this' || seriesId === null || originalStartsAt === null) return [visit];
	const others = await tx.appointment.findMany({
		where: {
			...{ seriesId, id: { not: id }, status: 'PLANNED', startsAt: { gt: now } },
			...(scope === 'following' && { originalStartsAt: { gt: originalStartsAt } }),
		},
		include: withPeople,
	});
	return [visit, ...others].toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** The clients who come, one of a group who does not left out. */
export const comingClients = ({ attendees }: VisitWithPeople) =>
	attendees.flatMap((attendee) =>
		attendee.client === null || attendee.cancelledAt !== null ? [] : [{ attendee, client: attendee.client }],
	);

export type Coming = ReturnType<typeof comingClients>[number];

/** Whose calendars a change of the visit touches. */
export const calendarsOf = (visit: VisitWithPeople): string[] => [
	visit.professionalId,
	...comingClients(visit).map(({ client }) => client.id),
	...visit.resources.map(({ resource }) => resource.id),
];

/** Whether one can go without ending the visit for others. */
export const isGroup = (visit: VisitWithPeople): boolean =>
	visit.service.capacity > 1 || comingClients(visit).length > 1;

export interface Told {
	visit: VisitToTell;
	links: OwnLinks;
}

/** For each client with an address, what they are told of these visits. */
export function toTell(visits: readonly VisitWithPeople[], links: Links): Told[][] {
	const letters = new Map<string, Told[]>();
	for (const visit of visits) {
		for (const coming of comingClients(visit)) {
			const told = toTellOne(visit, coming, links);
			if (told !== null) letters.set(coming.client.id, [...(letters.get(coming.client.id) ?? []), told]);
		}
	}
	return [...letters.values()];
}

/** What one client who comes is told of the visit; null for who has no address. */
export function toTellOne(visit: VisitWithPeople, { attendee, client }: Coming, links: Links): Told | null {
	const told = readBy(visit, client);
	return told && { visit: told, links: links.own(attendee.id, attendee.linkVersion) };
}

/** The visit in the language and on the clock of a client; null for who has no address. */
export function readBy(visit: VisitWithPeople, client: Coming['client']): VisitToTell | null {
	if (client.email === null) return null;
	const reader = { name: client.name, email: client.email, locale: locale.parse(client.locale) };
	const { id: appointmentId, service } = visit;
	return {
		...{ ...visit, appointmentId, serviceName: service.name, isGroup: isGroup(visit), client: reader },
		clinic: { ...visit.clinic, timeZone: client.timeZone ?? visit.clinic.timeZone },
	};
}

/** Both ends in ISO 8601. */
export const isoTimes = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
	startsAt: startsAt.toISOString(),
	endsAt: endsAt.toISOString(),
});
