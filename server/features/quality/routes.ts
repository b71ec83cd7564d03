import { listCallQuality } from '../../../shared/contract/quality.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Routes } from '../../http/routes.ts';
import { readCallQuality } from './service.ts';

/** How the calls of visits were, as the devices in them told. */
export function qualityRoutes(routes: Routes, { db }: { db: Database }): void {
	routes.member(listCallQuality, async ({ params }, actor) => ({
		people: await readCallQuality(db, actor, params.appointmentId),
	}));
}
