import { activityRoutes } from './features/activities/routes.ts';
import { takingsRoutes } from './features/takings/routes.ts';
import { appointmentRoutes } from './features/appointments/routes.ts';
import { createBooking, type BookingDeps } from './features/appointments/book.ts';
import { createTakePlace } from './features/appointments/group/by-client.ts';
import { fillService } from './features/appointments/group/places.ts';
import type { OwnVisitDeps } from './features/appointments/own-visit.ts';
import { createTurns } from './features/appointments/turns.ts';
import { authRoutes } from './features/auth/routes.ts';
import { createFindFree } from './features/availability/findFree.ts';
import { availabilityRoutes } from './features/availability/routes.ts';
import { findOwnFreeTimes } from './features/availability/service.ts';
import { blockRoutes } from './features/blocks/routes.ts';
import { bookingRoutes } from './features/booking/routes.ts';
import { calendarRoutes } from './features/calendar/routes.ts';
import { callLogRoutes } from './features/call-log/routes.ts';
import { clientRoutes } from './features/clients/routes.ts';
import { clinicRoutes } from './features/clinic/routes.ts';
import { feedRoutes } from './features/feeds/routes.ts';
import { invoiceRoutes } from './features/invoices/routes.ts';
import { joinRoutes } from './features/join/routes.ts';
import { noteRoutes } from './features/notes/routes.ts';
import { offerRoutes } from './features/offers/routes.ts';
import { ownPageRoutes } from './features/own-page/routes.ts';
import type { FreeTimes } from './features/ports.ts';
import { qualityRoutes } from './features/quality/routes.ts';
import { reminderRoutes } from './features/reminders/routes.ts';
import { resourceRoutes } from './features/resources/routes.ts';
import { scheduleRoutes } from './features/schedule/routes.ts';
import { serviceRoutes } from './features/services/routes.ts';
import type { Routes } from './http/routes.ts';

type DepsOf<F extends (routes: Routes, deps: never) => void> = Parameters<F>[1];

export type FeatureDeps = BookingDeps &
	DepsOf<typeof authRoutes> &
	DepsOf<typeof clinicRoutes> &
	DepsOf<typeof feedRoutes> &
	DepsOf<typeof invoiceRoutes> &
	DepsOf<typeof joinRoutes> &
	DepsOf<typeof ownPageRoutes> &
	Pick<OwnVisitDeps, 'sendOut'> &
	DepsOf<typeof reminderRoutes>;

/** Binds the routes of every feature but payments, and hands one what it needs of another. */
export function bindFeatures(routes: Routes, deps: FeatureDeps): void {
	const findFree = createFindFree(deps);
	const free = { ...deps, findFree };
	const turns = createTurns(deps.db);
	const freeTimes: FreeTimes = (professional, wanted) => findOwnFreeTimes(free, professional, wanted);
	authRoutes(routes, deps);
	clinicRoutes(routes, deps);
	clientRoutes(routes, deps);
	appointmentRoutes(routes, { ...free, turns });
	activityRoutes(routes, deps);
	takingsRoutes(routes, deps);
	blockRoutes(routes, deps);
	calendarRoutes(routes, deps);
	resourceRoutes(routes, deps);
	serviceRoutes(routes, { ...deps, fillPlaces: (tx, serviceId) => fillService(deps, tx, serviceId) });
	availabilityRoutes(routes, free);
	const book = createBooking(deps);
	bookingRoutes(routes, { ...free, book, takePlace: createTakePlace(deps, turns) });
	offerRoutes(routes, { ...deps, freeTimes, book });
	invoiceRoutes(routes, deps);
	joinRoutes(routes, deps);
	ownPageRoutes(routes, deps);
	scheduleRoutes(routes, deps);
	noteRoutes(routes, deps);
	qualityRoutes(routes, deps);
	callLogRoutes(routes, deps);
	reminderRoutes(routes, deps);
	feedRoutes(routes, deps);
}
