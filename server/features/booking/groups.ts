import { bookablePeriod } from '../../../shared/domain/availability.ts';
import type { bookPlace } from '../../../shared/contract/groupPlaces.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import { bookableGroup } from '../bookableGroup.ts';
import type { PlaceDeps } from './ports.ts';
import { presentBooked, presentVisit } from './present.ts';
import { readProfile, type Profile } from './profile.ts';
import { createForVisitor } from './visitor.ts';

const periodOf = ({ rules, member }: Profile, now: Date) => bookablePeriod(rules, member.timeZone, now);

/** When the professional's groups meet, as far as clients can book. */
function datesOf(profile: Profile, now: Date): Prisma.AppointmentWhereInput {
	const { start, end } = periodOf(profile, now);
	const startsAt = { gte: new Date(start), lt: new Date(end) };
	return { clinicId: profile.clinicId, professionalId: profile.memberId, status: 'PLANNED', startsAt };
}

/** The groups of which a professional has dates, by name. */
export async function readGroupServices({ db, ambient }: PlaceDeps, profile: Profile) {
	const appointments = { some: datesOf(profile, ambient.now()) };
	const services = await db.service.findMany({
		where: { clinicId: profile.clinicId, ...bookableGroup, appointments },
		include: { offices: { select: { officeId: true } } },
		orderBy: [{ name: 'asc' }, { id: 'asc' }],
	});
	return services.map(({ offices, ...each }) => ({ ...each, officeIds: offices.map(({ officeId }) => officeId) }));
}
export type GroupService = Awaited<ReturnType<typeof readGroupServices>>[number];

/** The dates of one of these groups, soonest first. */
export async function listDates({ db, ambient }: PlaceDeps, profile: Profile, serviceId: string) {
	const isComing = { clientId: { not: null }, cancelledAt: null };
	const visits = await db.appointment.findMany({
		where: { ...datesOf(profile, ambient.now()), service: { id: serviceId, ...bookableGroup } },
		include: { service: true, office: true, _count: { select: { attendees: { where: isComing } } } },
		orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
	});
	return visits.map((visit) => {
		const { service: _, ...about } = presentVisit(visit);
		const { id, amountMinor, currency } = visit;
		const placesLeft = Math.max(0, visit.service.capacity - visit._count.attendees);
		return { id, ...about, amountMinor, currency, placesLeft };
	});
}

/**
 * Books a place in a group for a client who is not signed in, or puts them on its waiting list. Everything is looked at
 * again, by who holds the group.
 * @throws SamtalError as `TakePlace`, and `TERMS_REQUIRED`
 */
export function createBookPlace(deps: PlaceDeps) {
	const forVisitor = createForVisitor(deps);
	return async ({ params, body }: RequestOf<typeof bookPlace>) => {
		const profile = await readProfile(deps.db, params.slug);
		const { memberId, clinicId } = profile;
		const { acceptedTerms, timeZone, waits } = body;
		const now = deps.ambient.now();
		const wish = {
			...{
				professional: { memberId, clinicId },
				appointmentId: params.appointmentId,
				bookable: periodOf(profile, now),
			},
			...{ byClient: { acceptedTerms, timeZone }, waits },
		};
		const { visit, waiting } = await forVisitor(profile, body, (client) => deps.takePlace({ ...wish, client }));
		return waiting
			? { outcome: 'WAITING' as const, ...presentVisit(visit) }
			: { outcome: 'BOOKED' as const, ...presentBooked(profile, visit, body, now) };
	};
}
