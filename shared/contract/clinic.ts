import { z } from 'zod';
import { route } from './route.ts';

/** How a clinic's calls are to be. */
const clinicSettings = z.object({
	/** Calls of two go through the TURN server alone, so that nobody learns anybody's network address. */
	relayOnly: z.boolean(),
	/** Whether there is a TURN server to do that. */
	relayAvailable: z.boolean(),
});

export const getClinicSettings = route({
	method: 'GET',
	path: '/api/clinic/settings',
	access: 'member',
	response: clinicSettings,
});

/** For managers; `NO_RELAY` when it takes a TURN server that there is not. */
export const updateClinicSettings = route({
	method: 'PATCH',
	path: '/api/clinic/settings',
	access: 'member',
	body: clinicSettings.pick({ relayOnly: true }),
	response: clinicSettings,
});
