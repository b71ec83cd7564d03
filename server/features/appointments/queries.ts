import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Links } from '../ports.ts';
import { visitsOf } from './policy.ts';
import { presentVisit, visitInclude } from './present.ts';

type Visit = ReturnType<typeof presentVisit>;

export interface VisitQueries {
	/** Visits that touch `from … to`, earliest first, cancelled ones included. */
	list(actor: Actor, period: { from: string; to: string; clientId: string | undefined }): Promise<Visit[]>;
	/** @throws SamtalError `NOT_FOUND` */
	get(actor: Actor, appointmentId: string): Promise<Visit>;
	/** The visits of one client that the viewer may see, newest first. @throws SamtalError `NOT_FOUND` */
	ofClient(actor: Actor, clientId: string): Promise<Visit[]>;
	/** The clinic's price list and offices, by name. */
	catalogue(actor: Actor): Promise<Awaited<ReturnType<typeof readCatalogue>>>;
}

export const createVisitQueries = ({ db, links }: { db: Database; links: Links }): VisitQueries => ({
	async list(actor, { from, to, clientId }) {
		const rows = await db.appointment.findMany({
			where: {
				...visitsOf(actor),
				startsAt: { lt: new Date(to) },
				endsAt: { gt: new Date(from) },
				...(clientId === undefined ? {} : { attendees: { some: { clientId } } }),
			},
			include: visitInclude,
			orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
		});
		return rows.map((row) => presentVisit(row, links));
	},
	async get(actor, appointmentId) {
		const row = await db.appointment.findFirst({
			where: { ...visitsOf(actor), id: appointmentId },
			include: visitInclude,
		});
		if (row === null) throw new SamtalError('NOT_FOUND');
		return presentVisit(row, links);
	},
	async ofClient(actor, clientId) {
		const client = await db.client.count({ where: { id: clientId, clinicId: actor.clinicId } });
		if (client === 0) throw new SamtalError('NOT_FOUND');
		const rows = await db.appointment.findMany({
			where: { ...visitsOf(actor), attendees: { some: { clientId } } },
			include: visitInclude,
			orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
		});
		return rows.map((row) => presentVisit(row, links));
	},
	catalogue: ({ clinicId }) => readCatalogue(db, clinicId),
});

async function readCatalogue(db: Database, clinicId: string) {
	const [services, offices] = await Promise.all([
		db.service.findMany({
			where: { clinicId, archivedAt: null },
			include: { offices: { select: { officeId: true } } },
			orderBy: [{ name: 'asc' }, { id: 'asc' }],
		}),
		db.office.findMany({ where: { clinicId }, orderBy: [{ kind: 'asc' }, { name: 'asc' }, { id: 'asc' }] }),
	]);
	return {
		services: services.map(({ offices: at, ...service }) => ({
			...service,
			officeIds: at.map(({ officeId }) => officeId),
		})),
		offices,
	};
}
