import { readCallLog } from '../../../shared/contract/callLog.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Routes } from '../../http/routes.ts';
import type { Ambient } from '../ports.ts';
import { visitsToReview } from '../visitsToReview.ts';
import { callLogSelect, presentCallLog } from './present.ts';

/** Who was in the calls of visits, and how those were. */
export function callLogRoutes(routes: Routes, { db, ambient }: { db: Database; ambient: Ambient }): void {
	routes.member(readCallLog, async ({ params }, actor) => {
		const where = { ...visitsToReview(actor), id: params.appointmentId };
		const visit = await db.appointment.findFirst({ where, select: callLogSelect });
		if (visit === null) throw new SamtalError('NOT_FOUND');
		return presentCallLog(visit, ambient.now());
	});
}
