import { SamtalError } from '../../../shared/contract/errors.ts';
import type { CallQuality } from '../../../shared/contract/quality.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { visitsToReview } from '../visitsToReview.ts';
import { presentPeople } from './present.ts';

/** How the visit's call was for each person in it. @throws SamtalError `NOT_FOUND` */
export async function readCallQuality(db: Database, actor: Actor, appointmentId: string): Promise<CallQuality[]> {
	const visit = await db.appointment.findFirst({
		where: { ...visitsToReview(actor), id: appointmentId },
		select: { callQuality: { orderBy: [{ updatedAt: 'asc' }, { peerId: 'asc' }] } },
	});
	if (visit === null) throw new SamtalError('NOT_FOUND');
	return presentPeople(visit.callQuality);
}
