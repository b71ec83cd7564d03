import type { z } from 'zod';
import type { ownPage } from '../../../shared/contract/ownPage.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { ClientActor } from '../../http/actors.ts';
import type { Links } from '../ports.ts';
import { placeInLine } from '../waitingLine.ts';

/** The groups in which a client waits for a place, soonest first; not once they began. */
export async function readWaiting(
	{ db, links }: { db: Database; links: Links },
	{ clientId, clinicId }: ClientActor,
	now: Date,
): Promise<z.input<typeof ownPage>['waiting']> {
	const entries = await db.waitingListEntry.findMany({
		where: { clientId, clinicId, appointment: { status: 'PLANNED', startsAt: { gt: now } } },
		include: { appointment: { include: { service: true, office: true, professional: true } } },
		orderBy: { appointment: { startsAt: 'asc' } },
	});
	return Promise.all(
		entries.map(async ({ appointment: visit, ...entry }) => ({
			...{ id: visit.id, startsAt: visit.startsAt.toISOString(), endsAt: visit.endsAt.toISOString() },
			...{ serviceName: visit.service.name, professionalName: visit.professional.name },
			office: { name: visit.office.name, kind: visit.office.kind },
			placeInLine: await placeInLine(db, entry),
			leaveLink: links.waiting(visit.id, clientId),
		})),
	);
}
