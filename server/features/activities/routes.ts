import * as contract from '../../../shared/contract/activities.ts';
import type { Routes } from '../../http/routes.ts';
import { exportActivities, type ExportDeps } from './export.ts';
import { listActivities } from './list.ts';
import { visibleVisits } from './policy.ts';

/** The list of all visits: filtered, searched, and as a file. */
export function activityRoutes(routes: Routes, deps: ExportDeps): void {
	routes.member(contract.listActivities, ({ query }, actor) => listActivities(deps.db, actor, query));
	routes.memberFile(contract.exportActivities, ({ query }, actor) => exportActivities(deps, actor, query));
	routes.member(contract.listActivityProfessionals, async (_input, actor) => {
		const { clinicId, professionalId } = visibleVisits(actor);
		const professionals = await deps.db.member.findMany({
			where: { clinicId, ...(professionalId === null ? { appointments: { some: {} } } : { id: professionalId }) },
			select: { id: true, name: true },
			orderBy: [{ name: 'asc' }, { id: 'asc' }],
		});
		return { professionals };
	});
}
