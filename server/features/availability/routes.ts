import { listFreeTimes } from '../../../shared/contract/appointments.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Routes } from '../../http/routes.ts';
import type { FindFree } from './findFree.ts';
import { findOwnFreeTimes } from './service.ts';

/** The signed-in professional's own free times. */
export function availabilityRoutes(routes: Routes, deps: { db: Database; findFree: FindFree }): void {
	routes.member(listFreeTimes, ({ query }, actor) =>
		findOwnFreeTimes(deps, actor, {
			serviceId: query.serviceId,
			officeId: query.officeId,
			resourceIds: query.resourceIds,
			from: query.from,
			days: query.days,
		}),
	);
}
