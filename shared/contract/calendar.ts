import { z } from 'zod';
import { appointmentStatus, office } from './appointments.ts';
import { block } from './blocks.ts';
import { period } from './period.ts';
import { route } from './route.ts';
import { amountMinor, currency, id, instant, name } from './scalars.ts';

/** As much of a visit as its place in the calendar says; whoever opens it reads the rest (`getAppointment`). */
export const calendarVisit = z.object({
	id,
	startsAt: instant,
	endsAt: instant,
	status: appointmentStatus,
	professionalId: id,
	serviceId: id,
	officeId: id,
	/** Of whom it is for: the clients who come, then their guests. */
	names: z.array(name),
	/** How many of them are clients. */
	clients: z.number().int().nonnegative(),
	/** What all clients who come are to pay together, and what was received of anybody, in minor units. */
	dueMinor: z.number().int().nonnegative(),
	receivedMinor: amountMinor,
	currency,
});

/**
 * What touches `from … to`, at most 62 days apart, earliest first: the viewer's own visits and blocks, a manager's whole
 * clinic; and whom and what the visits name, each once.
 */
export const readCalendar = route({
	method: 'GET',
	path: '/api/calendar',
	access: 'member',
	query: period,
	response: z.object({
		professionals: z.array(z.object({ id, name })),
		services: z.array(z.object({ id, name, capacity: z.number().int() })),
		offices: z.array(office),
		visits: z.array(calendarVisit),
		blocks: z.array(block),
	}),
});
