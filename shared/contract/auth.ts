import { z } from 'zod';
import { route } from './route.ts';
import { email, locale, nothing, timeZone } from './scalars.ts';
import { viewer } from './session.ts';

export const signIn = route({
	method: 'POST',
	path: '/api/auth/sign-in',
	access: 'public',
	body: z.object({ email, password: z.string().min(1).max(256) }),
	response: viewer,
});

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
