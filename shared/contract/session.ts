import { z } from 'zod';
import { route } from './route.ts';
import { currency, email, id, locale, name, timeZone } from './scalars.ts';

export const role = z.enum(['MANAGER', 'PROFESSIONAL']);
export type Role = z.infer<typeof role>;

/** Who is signed in, and to which clinic. */
export const viewer = z.object({
	memberId: id,
	name,
	email,
	role,
	locale,
	timeZone,
	/** Approves what the clinics of an organisation may add. */
	isTelehealthManager: z.boolean(),
	clinic: z.object({ id, name, timeZone, currency, paymentsEnabled: z.boolean() }),
});
export type Viewer = z.infer<typeof viewer>;

/** Exchanges the refresh cookie for new cookies. */
export const refresh = route({ method: 'POST', path: '/api/auth/refresh', access: 'public', response: viewer });
