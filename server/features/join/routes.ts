import * as contract from '../../../shared/contract/join.ts';
import type { Routes } from '../../http/routes.ts';
import { createJoining, type JoinDeps } from './service.ts';

/** The ways into a visit's room: by join link, and as its professional. */
export function joinRoutes(routes: Routes, deps: JoinDeps): void {
	const joining = createJoining(deps);

	routes.attendee(contract.getVisit, (_input, actor) => joining.visit(actor));
	routes.attendee(contract.enterVisit, ({ body }, actor) =>
		joining.enter(actor, { name: body.name, acceptedTerms: body.acceptedTerms }),
	);
	routes.attendee(contract.attendeeTicket, (_input, actor) => joining.attendeeTicket(actor));
	routes.attendee(contract.listNextVisits, async (_input, actor) => ({ visits: await joining.nextVisits(actor) }));

	routes.member(contract.memberTicket, ({ params }, actor) => joining.memberTicket(actor, params.appointmentId));
	routes.member(contract.workstationTicket, (_input, actor) => joining.workstationTicket(actor));
}
