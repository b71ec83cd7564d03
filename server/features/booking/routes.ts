import type { Request } from 'express';
import * as contract from '../../../shared/contract/booking.ts';
import * as places from '../../../shared/contract/groupPlaces.ts';
import type { Routes } from '../../http/routes.ts';
import { createLimit } from '../../http/limits.ts';
import { createBookAsClient } from './book.ts';
import { createBookPlace, listDates, readGroupServices } from './groups.ts';
import { findBookable, requireFree } from './free.ts';
import { hold, release } from './holds.ts';
import type { BookingDeps, PlaceDeps } from './ports.ts';
import { presentPage } from './present.ts';
import { offerOf, readProfile } from './profile.ts';

/** Per address, which many people can share: a clinic's own, or a phone network's. */
const reading = { points: 120, seconds: 60 } as const;
const holding = { points: 60, seconds: 10 * 60 } as const;
const booking = { points: 60, seconds: 10 * 60 } as const;
const FIRST_DAYS = 14;

/** The public pages: anybody sees free times and books. */
export function bookingRoutes(routes: Routes, deps: BookingDeps & PlaceDeps): void {
	const { db, ambient } = deps;
	const bookAsClient = createBookAsClient(deps);
	const bookPlace = createBookPlace(deps);
	const limits = {
		reading: createLimit(reading.points, reading.seconds),
		holding: createLimit(holding.points, holding.seconds),
		booking: createLimit(booking.points, booking.seconds),
	};
	const addressOf = ({ ip }: Request) => ip ?? 'unknown';

	routes.public(contract.getBookingPage, async ({ params }, { request }) => {
		await limits.reading.take(addressOf(request));
		const profile = await readProfile(db, params.slug);
		const groups = await readGroupServices(deps, profile);
		const [service] = profile.services;
		const [officeId] = service?.officeIds ?? [];
		if (service === undefined || officeId === undefined) return presentPage(profile, groups, null);
		const offer = offerOf(profile, { serviceId: service.id, officeId });
		const wanted = { offer, holdId: null, from: undefined, days: FIRST_DAYS };
		return presentPage(profile, groups, await findBookable(deps, profile, wanted));
	});

	routes.public(contract.listBookableTimes, async ({ params, query }, { request }) => {
		await limits.reading.take(addressOf(request));
		const profile = await readProfile(db, params.slug);
		const { from, days, holdId = null } = query;
		return findBookable(deps, profile, { offer: offerOf(profile, query), holdId, from, days });
	});

	routes.public(contract.holdTime, async ({ params, body }, { request }) => {
		await limits.holding.take(addressOf(request));
		const profile = await readProfile(db, params.slug);
		const offer = offerOf(profile, body);
		const { holdId } = body;
		const startsAt = new Date(body.startsAt);
		await requireFree(deps, profile, { offer, holdId, startsAt: body.startsAt });
		const endsAt = new Date(startsAt.getTime() + offer.service.durationMinutes * 60_000);
		const expiresAt = await hold(db, ambient.now(), { holdId, memberId: profile.memberId, startsAt, endsAt });
		return { expiresAt: expiresAt.toISOString() };
	});

	routes.public(contract.releaseTime, async ({ params }) => {
		await release(db, params.holdId);
		return {};
	});

	routes.public(contract.bookAsClient, async (wish, { request }) => {
		await limits.booking.take(addressOf(request));
		return bookAsClient(wish);
	});

	routes.public(places.listGroupDates, async ({ params, query }, { request }) => {
		await limits.reading.take(addressOf(request));
		const profile = await readProfile(db, params.slug);
		return { dates: await listDates(deps, profile, query.serviceId) };
	});

	routes.public(places.bookPlace, async (wish, { request }) => {
		await limits.booking.take(addressOf(request));
		return bookPlace(wish);
	});
}
