import { SamtalError } from '../../../shared/contract/errors.ts';
import * as contract from '../../../shared/contract/services.ts';
import type { Database, Queryable } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Routes } from '../../http/routes.ts';
import type { Ambient } from '../ports.ts';

/** In ms. A change waits for those who are just given places. */
const patience = { maxWait: 10_000, timeout: 10_000 };

interface ServiceDeps {
	db: Database;
	ambient: Ambient;
	/** Gives the free places of the service's groups to those who wait for one. */
	fillPlaces: (tx: Queryable, serviceId: string) => Promise<void>;
}

/** The price list: every member reads it (`listServices`), managers write it. */
export function serviceRoutes(routes: Routes, { db, ambient, fillPlaces }: ServiceDeps): void {
	routes.member(contract.createService, async ({ body }, actor) => {
		const clinicId = managersClinic(actor);
		const id = ambient.newId();
		return db.$transaction(async (tx) => {
			await tx.service.create({ data: { ...columnsOf(body), id, clinicId } });
			await offerAt(tx, { id, clinicId }, body.officeIds);
			return readService(tx, id);
		});
	});
	routes.member(contract.changeService, async ({ params, body }, actor) => {
		const where = { id: params.serviceId, clinicId: managersClinic(actor) };
		return db.$transaction(async (tx) => {
			const before = await tx.service.findFirst({ where: { ...where, archivedAt: null } });
			if (before === null) throw new SamtalError('NOT_FOUND');
			// From here on nobody else gives a place of its groups.
			await tx.service.update({ where: { id: before.id }, data: columnsOf(body) });
			if (body.capacity < before.capacity) await assertRoom(tx, before.id, body.capacity, ambient.now());
			await offerAt(tx, where, body.officeIds);
			await fillPlaces(tx, where.id);
			return readService(tx, where.id);
		}, patience);
	});
	routes.member(contract.archiveService, async ({ params }, actor) => {
		const where = { id: params.serviceId, clinicId: managersClinic(actor) };
		const { count } = await db.service.updateMany({ where, data: { archivedAt: ambient.now() } });
		if (count === 0) throw new SamtalError('NOT_FOUND');
		return readService(db, where.id);
	});
}

/** @throws SamtalError `FORBIDDEN` */
function managersClinic({ role, clinicId }: Actor): string {
	if (role !== 'MANAGER') throw new SamtalError('FORBIDDEN');
	return clinicId;
}

const columnsOf = ({ officeIds: _, ...columns }: contract.ServiceFields) => columns;

/** @throws SamtalError `GROUP_FULL` where more clients than that come to a visit that is still to be */
async function assertRoom(tx: Queryable, serviceId: string, capacity: number, now: Date): Promise<void> {
	const larger = await tx.attendee.groupBy({
		by: ['appointmentId'],
		where: {
			...{ clientId: { not: null }, cancelledAt: null },
			appointment: { serviceId, status: 'PLANNED', startsAt: { gt: now } },
		},
		having: { appointmentId: { _count: { gt: capacity } } },
	});
	if (larger.length > 0) throw new SamtalError('GROUP_FULL');
}

/** Offers it at these offices and nowhere else. @throws SamtalError `NOT_FOUND` for another clinic's office */
async function offerAt(
	tx: Queryable,
	{ id: serviceId, clinicId }: { id: string; clinicId: string },
	officeIds: readonly string[],
): Promise<void> {
	const known = await tx.office.count({ where: { id: { in: [...officeIds] }, clinicId } });
	if (known !== officeIds.length) throw new SamtalError('NOT_FOUND');
	await tx.serviceOffice.deleteMany({ where: { serviceId } });
	await tx.serviceOffice.createMany({ data: officeIds.map((officeId) => ({ clinicId, serviceId, officeId })) });
}

async function readService(tx: Queryable, id: string) {
	const { offices, ...service } = await tx.service.findUniqueOrThrow({
		where: { id },
		include: { offices: { select: { officeId: true }, orderBy: { officeId: 'asc' } } },
	});
	return { ...service, officeIds: offices.map(({ officeId }) => officeId) };
}
