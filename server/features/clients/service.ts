import { z } from 'zod';
import type { NewClient } from '../../../shared/contract/clients.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import { clientHolds } from '../clientSearch.ts';
import type { Ambient } from '../ports.ts';
import { visibleClients } from './policy.ts';
import { clientRow, presentClient } from './present.ts';

export interface Clients {
	/** Those whose name, e-mail address or phone number holds `search`, by name, at most 500. One query. */
	list(actor: Actor, search: string): Promise<ReturnType<typeof presentClient>[]>;
	/** @throws SamtalError `NOT_FOUND` */
	get(actor: Actor, clientId: string): Promise<ReturnType<typeof presentClient>>;
	create(actor: Actor, client: NewClient): Promise<ReturnType<typeof presentClient>>;
}

export function createClients({ db, ambient }: { db: Database; ambient: Ambient }): Clients {
	/** Parameters that are null do not narrow the search. */
	async function find(actor: Actor, clientId: string | null, search: string | null) {
		const { clinicId } = visibleClients(actor);
		const rows = await db.$queryRaw`
			SELECT c."id", c."name", c."email", c."phone", c."locale", c."createdAt", (
				SELECT min(a."startsAt") FROM "Attendee" at JOIN "Appointment" a ON a."id" = at."appointmentId"
				WHERE at."clientId" = c."id" AND at."cancelledAt" IS NULL AND a."status" = 'PLANNED' AND a."startsAt" > ${ambient.now()}
			) AS "nextVisitAt"
			FROM "Client" c
			WHERE c."clinicId" = ${clinicId}::uuid
				AND (${clientId}::uuid IS NULL OR c."id" = ${clientId}::uuid)
				AND ${clientHolds(search)}
			ORDER BY c."name", c."id" LIMIT 500`;
		return z.array(clientRow).parse(rows).map(presentClient);
	}

	return {
		list: (actor, search) => find(actor, null, search || null),
		async get(actor, clientId) {
			const [client] = await find(actor, clientId, null);
			if (client === undefined) throw new SamtalError('NOT_FOUND');
			return client;
		},
		async create(actor, { name, email, phone, locale }) {
			const clinic = await db.clinic.findUniqueOrThrow({ where: { id: actor.clinicId }, select: { locale: true } });
			const row = await db.client.create({
				data: {
					id: ambient.newId(),
					clinicId: actor.clinicId,
					name,
					email,
					phone: phone ?? null,
					locale: locale ?? clinic.locale,
					createdAt: ambient.now(),
				},
			});
			return presentClient(clientRow.parse({ ...row, nextVisitAt: null }));
		},
	};
}
