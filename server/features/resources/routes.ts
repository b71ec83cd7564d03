import type { z } from 'zod';
import { SamtalError } from '../../../shared/contract/errors.ts';
import * as contract from '../../../shared/contract/resources.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Routes } from '../../http/routes.ts';
import type { Ambient } from '../ports.ts';

/** Rooms and devices: every member may take them for a visit, managers say which there are. */
export function resourceRoutes(routes: Routes, { db, ambient }: { db: Database; ambient: Ambient }): void {
	routes.member(contract.listResources, async (_input, { clinicId }) => ({
		resources: await db.resource.findMany({
			where: { clinicId, archivedAt: null },
			orderBy: [{ name: 'asc' }, { id: 'asc' }],
		}),
	}));
	routes.member(contract.createResource, async ({ body }, actor) => {
		const clinicId = managersClinic(actor);
		await assertOffice(db, clinicId, body);
		return db.resource.create({ data: { ...body, id: ambient.newId(), clinicId } });
	});
	routes.member(contract.changeResource, async ({ params, body }, actor) => {
		const clinicId = managersClinic(actor);
		await assertOffice(db, clinicId, body);
		return changeOne(db, { id: params.resourceId, clinicId }, body);
	});
	routes.member(contract.archiveResource, async ({ params }, actor) =>
		changeOne(db, { id: params.resourceId, clinicId: managersClinic(actor) }, { archivedAt: ambient.now() }),
	);
}

/** @throws SamtalError `FORBIDDEN` */
function managersClinic({ role, clinicId }: Actor): string {
	if (role !== 'MANAGER') throw new SamtalError('FORBIDDEN');
	return clinicId;
}

/** @throws SamtalError `NOT_FOUND` for another clinic's office */
async function assertOffice(db: Database, clinicId: string, { officeId: id }: { officeId: string | null }) {
	if (id !== null && (await db.office.count({ where: { id, clinicId } })) === 0) throw new SamtalError('NOT_FOUND');
}

/** @throws SamtalError `NOT_FOUND` */
async function changeOne(
	db: Database,
	where: { id: string; clinicId: string },
	data: Omit<z.output<typeof contract.resource>, 'id'> | { archivedAt: Date },
) {
	const { count } = await db.resource.updateMany({ where, data });
	if (count === 0) throw new SamtalError('NOT_FOUND');
	return db.resource.findUniqueOrThrow({ where: { id: where.id } });
}
