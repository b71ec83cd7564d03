import { z } from 'zod';
import { route } from './route.ts';
import { id, name } from './scalars.ts';
import { qualitySummary } from './signalling/quality.ts';

/** Over all devices of a person, so without the limit that one report has. */
const seconds = z.number().int().nonnegative();

/** How a visit's call was for one person. */
const callQuality = z.object({
	/** The attendee's id, or a host's as a member. */
	personId: id,
	role: z.enum(['host', 'attendee']),
	/** As it stood in the call. */
	name,
	summary: qualitySummary.extend({
		goodSeconds: seconds,
		fairSeconds: seconds,
		poorSeconds: seconds,
		causes: z.object({ network: seconds, device: seconds, sender: seconds }),
	}),
});
export type CallQuality = z.infer<typeof callQuality>;

/** Of everybody who was in the call together with somebody, hosts first. For whoever may read the visit. */
export const listCallQuality = route({
	method: 'GET',
	path: '/api/appointments/:appointmentId/quality',
	access: 'member',
	params: z.object({ appointmentId: id }),
	response: z.object({ people: z.array(callQuality) }),
});
