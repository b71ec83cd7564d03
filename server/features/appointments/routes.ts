import * as contract from '../../../shared/contract/appointments.ts';
import * as own from '../../../shared/contract/ownVisit.ts';
import type { Routes } from '../../http/routes.ts';
import { createBooking, tellCall } from './book.ts';
import { cancelVisits } from './cancel.ts';
import { planChange } from './change-plan.ts';
import { changeVisit } from './change-visit.ts';
import { completeVisit } from './complete.ts';
import { createSeries, previewWish } from './create-series.ts';
import { groupRoutes } from './group/routes.ts';
import { listFees } from './fees.ts';
import { createInvitations } from './invitations.ts';
import { createOwnVisits, type OwnVisitDeps } from './own-visit.ts';
import { visitsOf } from './policy.ts';
import { presentVisit } from './present.ts';
import { createVisitQueries } from './queries.ts';
import { previewRepeat, repeatVisit } from './repeat.ts';
import { isoTimes, readVisit } from './visits.ts';

/** The calendar: reading, booking, changing and cancelling visits, and inviting people to them. */
export function appointmentRoutes(routes: Routes, deps: OwnVisitDeps): void {
	const { db, ambient, links, turns } = deps;
	const queries = createVisitQueries(deps);
	const book = createBooking(deps);
	const invitations = createInvitations(deps);

	routes.member(contract.listAppointments, async ({ query }, actor) => ({
		appointments: await queries.list(actor, { from: query.from, to: query.to, clientId: query.clientId }),
	}));
	routes.member(contract.listClientAppointments, async ({ params }, actor) => ({
		appointments: await queries.ofClient(actor, params.clientId),
	}));
	routes.member(contract.getAppointment, ({ params }, actor) => queries.get(actor, params.appointmentId));
	routes.member(contract.listServices, (_input, actor) => queries.catalogue(actor));

	routes.member(contract.createAppointment, async ({ body }, actor) => {
		if (body.recurrence === undefined && (body.alsoClients ?? []).length === 0) return book(actor, body);
		const first = await createSeries(deps, turns, actor, body);
		await tellCall(deps, actor, body.duringAppointmentId);
		return presentVisit(first, links);
	});
	routes.member(contract.previewNewAppointment, ({ body }, actor) => previewWish(db, actor, body, ambient.now()));
	routes.member(contract.repeatAppointment, async ({ params, body }, actor) =>
		presentVisit(await repeatVisit(deps, turns, { actor, ...params, repetition: body }), links),
	);
	routes.member(contract.previewRepeatAppointment, async ({ params, body }, actor) => {
		const visit = await readVisit(db, { ...visitsOf(actor), id: params.appointmentId });
		return previewRepeat(db, visit, body.recurrence, ambient.now());
	});

	routes.member(contract.changeAppointment, async ({ params, body }, actor) =>
		presentVisit(await changeVisit(deps, turns, { ...visitsOf(actor), id: params.appointmentId }, body), links),
	);
	routes.member(contract.previewAppointmentChange, async ({ params, body }, actor) => {
		const visit = await readVisit(db, { ...visitsOf(actor), id: params.appointmentId });
		const { targets, conflicts } = await planChange(db, visit, body, ambient.now());
		const changes = targets.map((target) => ({
			...{ appointmentId: target.visit.id, from: isoTimes(target.visit), to: isoTimes(target) },
		}));
		return { changes, conflicts };
	});
	routes.member(contract.cancelAppointment, async ({ params, body }, actor) => {
		const where = { ...visitsOf(actor), id: params.appointmentId };
		const { reason = 'BY_PROFESSIONAL', notify = true, scope = 'this', chargeFee = false } = body;
		const chargedById = chargeFee ? actor.memberId : null;
		const cancelled = await turns.take(async (tx) => {
			await cancelVisits(deps, tx, await readVisit(tx, where), { reason, notify, scope, chargedById });
			return readVisit(tx, where);
		});
		return presentVisit(cancelled, links);
	});

	routes.member(contract.listCancellationFees, async ({ params, query }, actor) => {
		const visit = await readVisit(db, { ...visitsOf(actor), id: params.appointmentId });
		return { fees: await listFees(db, visit, { ...query, now: ambient.now() }) };
	});

	routes.member(contract.completeAppointment, async ({ params }, actor) => {
		await completeVisit(db, { ...visitsOf(actor), id: params.appointmentId }, ambient.now());
		return queries.get(actor, params.appointmentId);
	});

	routes.member(contract.inviteGuest, ({ params, body }, actor) =>
		invitations.inviteGuest(actor, params.appointmentId, body.name),
	);
	routes.member(contract.renewJoinLink, ({ params }, actor) => invitations.renewJoinLink(actor, params));

	groupRoutes(routes, deps, turns);

	const ownVisits = createOwnVisits(deps);
	routes.attendee(own.getOwnVisit, (_input, attendee) => ownVisits.get(attendee));
	routes.attendee(own.cancelOwnVisit, async ({ body }, attendee) => ({
		fee: await ownVisits.cancel(attendee, body.feeMinor),
	}));
	routes.attendee(own.listOwnFreeTimes, ({ query }, attendee) => ownVisits.freeTimes(attendee, query));
	routes.attendee(own.moveOwnVisit, ({ body }, attendee) => ownVisits.move(attendee, body.startsAt));
}
