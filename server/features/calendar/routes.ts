import * as contract from '../../../shared/contract/calendar.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Routes } from '../../http/routes.ts';
import { readCalendar } from './read.ts';

/** What the calendar draws. */
export function calendarRoutes(routes: Routes, { db }: { db: Database }): void {
	routes.member(contract.readCalendar, ({ query }, actor) => readCalendar(db, actor, query));
}
