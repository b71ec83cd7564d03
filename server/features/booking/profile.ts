import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database } from '../../adapters/prisma/database.ts';

/** A professional's public page, as it is stored, with what has free times: groups are in `groups.ts`. */
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
		where: { clinicId, bookable: true, archivedAt: null, capacity: 1, offices: { some: { office: isOpen } } },
		include: { offices: { where: { office: isOpen }, include: { office: true } } },
		orderBy: [{ durationMinutes: 'asc' }, { name: 'asc' }],
	});
	const offices = new Map(services.flatMap((each) => each.offices).map(({ office }) => [office.id, office]));
	const inOrder = [...offices.values()].toSorted(byKindAndName);
	return {
		...{ rules, member, clinic, clinicId, memberId, offices: inOrder },
		services: services.map((each) => ({
			...each,
			officeIds: inOrder.map(({ id }) => id).filter((id) => each.offices.some(({ officeId }) => officeId === id)),
		})),
	};
}
export type Profile = Awaited<ReturnType<typeof readProfile>>;

interface Named {
	kind: 'VIDEO' | 'PHYSICAL';
	name: string;
}

/** By video first, as from anywhere. */
const byKindAndName = (one: Named, other: Named) =>
	Number(other.kind === 'VIDEO') - Number(one.kind === 'VIDEO') || one.name.localeCompare(other.name);

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
