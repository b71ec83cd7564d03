import * as contract from '../../../shared/contract/takings.ts';
import type { Routes } from '../../http/routes.ts';
import { exportTakings, type ExportDeps } from './export.ts';
import { readTakings } from './read.ts';

/** What came in: sums of a period, and each payment of it as a file. */
export function takingsRoutes(routes: Routes, deps: ExportDeps): void {
	routes.member(contract.readTakings, ({ query }, actor) => readTakings(deps.db, actor, query));
	routes.memberFile(contract.exportTakings, ({ query }, actor) => exportTakings(deps, actor, query));
}
