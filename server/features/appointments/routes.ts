import * as contract from '../../../shared/contract/appointments.ts';
import type { Routes } from '../../http/routes.ts';
import { createBooking, type BookingDeps } from './book.ts';
import { createVisitChanges } from './change.ts';
import { createVisitQueries } from './queries.ts';

/** The calendar: reading, booking and cancelling visits, and inviting people to them. */
export function appointmentRoutes(routes: Routes, deps: BookingDeps): void {
	const queries = createVisitQueries(deps);
	const book = createBooking(deps);
	const changes = createVisitChanges(deps);

	routes.member(contract.listAppointments, async ({ query }, actor) => ({
		appointments: await queries.list(actor, { from: query.from, to: query.to, clientId: query.clientId }),
	}));
	routes.member(contract.listClientAppointments, async ({ params }, actor) => ({
		appointments: await queries.ofClient(actor, params.clientId),
	}));
	routes.member(contract.getAppointment, ({ params }, actor) => queries.get(actor, params.appointmentId));
	routes.member(contract.listServices, (_input, actor) => queries.catalogue(actor));

	routes.member(contract.createAppointment, ({ body }, actor) => book(actor, body));
	routes.member(contract.cancelAppointment, ({ params }, actor) => changes.cancel(actor, params.appointmentId));
	routes.member(contract.inviteGuest, ({ params, body }, actor) =>
		changes.inviteGuest(actor, params.appointmentId, body.name),
	);
	routes.member(contract.renewJoinLink, ({ params }, actor) => changes.renewJoinLink(actor, params));
}
