import * as contract from '../../../shared/contract/schedule.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Routes } from '../../http/routes.ts';
import type { Ambient } from '../ports.ts';
import { readSchedule, writeHours, writePage } from './service.ts';

/** A professional's own opening hours, rules and public page. `origin`: Samtal's own. */
export function scheduleRoutes(routes: Routes, deps: { db: Database; ambient: Ambient; origin: string }): void {
	routes.member(contract.getSchedule, async (_input, actor) => {
		const { hours, page } = await readSchedule(deps, actor);
		// Every stored step is one of the contract's: a constraint says so.
		const { stepMinutes } = contract.getSchedule.response.shape.page.shape;
		return {
			hours,
			page: { ...page, stepMinutes: stepMinutes.parse(page.stepMinutes) },
			origin: `${deps.origin}/book`,
		};
	});
	routes.member(contract.saveOpeningHours, ({ body }, actor) => writeHours(deps, actor, body));
	routes.member(contract.savePublicPage, ({ body }, actor) => writePage(deps, actor, body));
}
