import * as contract from '../../../shared/contract/clients.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Routes } from '../../http/routes.ts';
import type { Ambient } from '../ports.ts';
import { createClients } from './service.ts';

/** The clinic's list of clients. */
export function clientRoutes(routes: Routes, deps: { db: Database; ambient: Ambient }): void {
	const clients = createClients(deps);

	routes.member(contract.listClients, async ({ query }, actor) => ({
		clients: await clients.list(actor, query.search ?? ''),
	}));
	routes.member(contract.getClient, ({ params }, actor) => clients.get(actor, params.clientId));
	routes.member(contract.createClient, ({ body }, actor) => clients.create(actor, body));
}
