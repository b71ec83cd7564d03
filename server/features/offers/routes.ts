import { SamtalError } from '../../../shared/contract/errors.ts';
import * as contract from '../../../shared/contract/offers.ts';
import type { Routes } from '../../http/routes.ts';
import { offer } from './offer.ts';
import { offersOf, ownOffers, visitsOf } from './policy.ts';
import type { OfferDeps } from './ports.ts';
import { presentOffer, withNames } from './present.ts';
import { take } from './take.ts';

/** Times that a professional lets a client choose from during a call. */
export function offerRoutes(routes: Routes, deps: OfferDeps): void {
	const { db, ambient, notifyTool } = deps;

	routes.member(contract.offerTimes, (request, actor) => offer(deps, actor, request));
	routes.member(contract.listOffers, async ({ params: { appointmentId } }, actor) => {
		if ((await db.appointment.count({ where: { ...visitsOf(actor), id: appointmentId } })) === 0) {
			throw new SamtalError('NOT_FOUND');
		}
		const rows = await db.timeOffer.findMany({
			where: { ...offersOf(actor), appointmentId },
			orderBy: [{ attendeeId: 'asc' }, { createdAt: 'desc' }],
			distinct: ['attendeeId'],
			include: withNames,
		});
		const newestFirst = rows.toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
		return { offers: newestFirst.map((row) => presentOffer(row, ambient.now())) };
	});
	routes.member(contract.withdrawOffer, async ({ params: { offerId } }, actor) => {
		const row = await db.timeOffer.findFirst({ where: { ...offersOf(actor), id: offerId } });
		if (row === null) throw new SamtalError('NOT_FOUND');
		const { count } = await db.timeOffer.updateMany({
			where: { id: offerId, status: { not: 'TAKEN' } },
			data: { status: 'WITHDRAWN' },
		});
		if (count === 0) throw new SamtalError('WRONG_STATE');
		await db.slotHold.deleteMany({ where: { offerId } });
		notifyTool(row.appointmentId, 'booking');
		return {};
	});

	routes.attendee(contract.getOwnOffer, async (_input, attendee) => {
		const row = await db.timeOffer.findFirst({
			where: ownOffers(attendee),
			orderBy: { createdAt: 'desc' },
			include: withNames,
		});
		return { offer: row && presentOffer(row, ambient.now()) };
	});
	routes.attendee(contract.takeOffer, ({ params, body }, attendee) => take(deps, attendee, { ...params, ...body }));
}
