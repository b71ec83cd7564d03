import * as contract from '../../../../shared/contract/attendees.ts';
import * as places from '../../../../shared/contract/groupPlaces.ts';
import type { Routes } from '../../../http/routes.ts';
import { presentVisit } from '../present.ts';
import type { Turns } from '../turns.ts';
import { createAttendees, type AttendeeDeps } from './attendees.ts';
import { createOwnWaiting } from './own-waiting.ts';
import { createWaitingList } from './waiting-list.ts';

/** The places of a group visit: who has one, and who waits for one. */
export function groupRoutes(routes: Routes, deps: AttendeeDeps, turns: Turns): void {
	const { links } = deps;
	const attendees = createAttendees(deps, turns);
	routes.member(contract.addAttendee, async (input, actor) => presentVisit(await attendees.add(actor, input), links));
	routes.member(contract.changeAttendee, async (input, actor) =>
		presentVisit(await attendees.change(actor, input), links),
	);
	routes.member(contract.cancelAttendee, async (input, actor) =>
		presentVisit(await attendees.cancel(actor, input), links),
	);
	const waitingList = createWaitingList(deps, turns);
	routes.member(contract.listWaiting, async ({ params }, actor) => ({
		waiting: await waitingList.list(actor, params.appointmentId),
	}));
	routes.member(contract.addToWaitingList, async (input, actor) => ({ waiting: await waitingList.add(actor, input) }));
	routes.member(contract.takeOffWaitingList, async (input, actor) => ({
		waiting: await waitingList.remove(actor, input),
	}));
	const ownWaiting = createOwnWaiting(deps, turns);
	routes.waiting(places.getOwnWaiting, (_input, client) => ownWaiting.get(client));
	routes.waiting(places.leaveWaitingList, async (_input, client) => {
		await ownWaiting.leave(client);
		return {};
	});
}
