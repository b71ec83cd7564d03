import { z } from 'zod';
import { route } from './route.ts';
import { id, instant, name } from './scalars.ts';
import { encryptionState } from './signalling/activity.ts';
import { departure } from './signalling/notifications.ts';
import { qualitySummary } from './signalling/quality.ts';

/** `until`: null while it lasts. */
const span = { from: instant, until: instant.nullable() };

/** `unknown`: the server ended, and nobody told when they left; they were seen last at `until`. */
export const stayEnd = z.enum([...departure.options, 'unknown']);

const callLog = z.object({
	people: z.array(
		z.object({
			/** The attendee's id, or a member's. */
			personId: id,
			kind: z.enum(['HOST', 'CLIENT', 'GUEST']),
			/** As it stood in the call. */
			name,
			/** One for each time that they were there; who was away for 20 s or less has not left. `end`: null while it lasts. */
			stays: z.array(z.object({ ...span, end: stayEnd.nullable() })),
		}),
	),
	/** For how long at least two people were there together. */
	togetherSeconds: z.number().int().nonnegative(),
	/** Which way sound and picture took. */
	ways: z.array(z.object({ ...span, way: qualitySummary.shape.connection.unwrap() })),
	/** As a host's device said, by whose name it is. */
	encryption: z.array(z.object({ ...span, state: encryptionState, toldBy: name })),
});
export type CallLog = z.infer<typeof callLog>;

/** Who was in the visit's call, which way it took and how it was encrypted. For whoever may read the visit. */
export const readCallLog = route({
	method: 'GET',
	path: '/api/appointments/:appointmentId/call-log',
	access: 'member',
	params: z.object({ appointmentId: id }),
	response: callLog,
});
