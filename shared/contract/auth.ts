import { z } from 'zod';
import { route } from './route.ts';
import { currency, email, id, locale, name, nothing, timeZone } from './scalars.ts';

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

export const signIn = route({
	method: 'POST',
	path: '/api/auth/sign-in',
	access: 'public',
	body: z.object({ email, password: z.string().min(1).max(256) }),
	response: viewer,
});

/** Exchanges the refresh cookie for new cookies. */
export const refresh = route({ method: 'POST', path: '/api/auth/refresh', access: 'public', response: viewer });

export const me = route({ method: 'GET', path: '/api/auth/me', access: 'member', response: viewer });

/** The interface's language and the clock of their calendar follow the person to every device. */
export const updateMe = route({
	method: 'PATCH',
	path: '/api/auth/me',
	access: 'member',
	body: z.object({ locale: locale.exactOptional(), timeZone: timeZone.exactOptional() }),
	response: viewer,
});

export const signOut = route({ method: 'POST', path: '/api/auth/sign-out', access: 'public', response: nothing });

export const signOutEverywhere = route({
	method: 'POST',
	path: '/api/auth/sign-out-everywhere',
	access: 'member',
	response: nothing,
});
