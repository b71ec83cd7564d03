import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database } from '../../adapters/prisma/database.ts';

/** A professional's public page, as it is stored. Groups are filled by the clinic, so none is offered here. */
export async function readProfile(db: Database, slug: string) {
	const rules = await db.bookingRules.findUnique({
		where: { slug, published: true },
		include: { member: { include: { clinic: true } } },
	});
	if (rules === null) throw new SamtalError('NOT_FOUND');
	const { memberId, member } = rules;
	const { clinic, clinicId } = member;
	const isOpen = { OR: [{ workingHours: { some: { memberId } } }, { scheduleExceptions: { some: { memberId } } }] };
	const services = await db.service.findMany({
		where: { clinicId, bookable: true, capacity: 1, offices: { some: { office: isOpen } } },
		include: { offices: { where: { office: isOpen }, include: { office: true } } },
		orderBy: [{ durationMinutes: 'asc' }, { name: 'asc' }],
	});
	const offices = new Map(services.flatMap((each) => each.offices).map(({ office }) => [office.id, office]));
	return {
		...{ rules, member, clinic, clinicId, memberId },
		services: services.map((each) => ({ ...each, officeIds: each.offices.map(({ officeId }) => officeId).toSorted() })),
		offices: [...offices.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
	};
}
export type Profile = Awaited<ReturnType<typeof readProfile>>;

/** @throws SamtalError `NOT_OFFERED` unless clients can book this service with the professional there */
export function offerOf({ services, offices }: Profile, wanted: { serviceId: string; officeId: string }) {
	const service = services.find(({ id }) => id === wanted.serviceId);
	const office = offices.find(({ id }) => id === wanted.officeId);
	if (service === undefined || office === undefined || !service.officeIds.includes(office.id)) {
		throw new SamtalError('NOT_OFFERED');
	}
	return { service, office };
}
export type Offer = ReturnType<typeof offerOf>;
