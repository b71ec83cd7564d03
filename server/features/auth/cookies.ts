import type { Request, Response } from 'express';
import { parseCookie } from 'cookie';
import type { SessionTokens } from './sessions.ts';

const ACCESS = 'samtal_access';
const REFRESH = 'samtal_refresh';
/** The refresh token is sent to these routes only. */
const REFRESH_PATH = '/api/auth';

export interface AuthCookies {
	set(response: Response, tokens: SessionTokens): void;
	clear(response: Response): void;
}

/** Both tokens travel in cookies that scripts cannot read and other sites' pages cannot use. */
export function createAuthCookies(origin: string): AuthCookies {
	const common = { httpOnly: true, sameSite: 'strict', secure: origin.startsWith('https:') } as const;
	return {
		set(response, { accessToken, refreshToken, expiresAt }) {
			// The access token's own expiry is inside it; the cookie lives on so that signing out can name the session.
			response.cookie(ACCESS, accessToken, { ...common, path: '/', expires: expiresAt });
			response.cookie(REFRESH, refreshToken, { ...common, path: REFRESH_PATH, expires: expiresAt });
		},
		clear(response) {
			response.clearCookie(ACCESS, { ...common, path: '/' });
			response.clearCookie(REFRESH, { ...common, path: REFRESH_PATH });
		},
	};
}

export const accessTokenOf = (request: Request): string | undefined => cookiesOf(request)[ACCESS];
export const refreshTokenOf = (request: Request): string | undefined => cookiesOf(request)[REFRESH];

const cookiesOf = (request: Request) => parseCookie(request.get('cookie') ?? '');
