import * as contract from '../../../shared/contract/auth.ts';
import { refresh } from '../../../shared/contract/session.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Tokens } from '../../adapters/tokens.ts';
import type { Routes } from '../../http/routes.ts';
import type { Ambient } from '../ports.ts';
import { accessTokenOf, createAuthCookies, refreshTokenOf } from './cookies.ts';
import { createSignIn, readViewer } from './service.ts';
import { createSessions } from './sessions.ts';

/** Signing in and out. `origin`: Samtal's public origin; its cookies are `Secure` when it is https. */
export function authRoutes(
	routes: Routes,
	deps: { db: Database; ambient: Ambient; tokens: Tokens; origin: string },
): void {
	const { db } = deps;
	const sessions = createSessions(deps);
	const cookies = createAuthCookies(deps.origin);
	const signIn = createSignIn(db);

	routes.public(contract.signIn, async ({ body }, { request, response }) => {
		const memberId = await signIn.check(body.email, body.password, request.ip ?? 'unknown');
		cookies.set(response, await sessions.start(memberId));
		return readViewer(db, memberId);
	});

	routes.public(refresh, async (_input, { request, response }) => {
		const refreshToken = refreshTokenOf(request);
		if (refreshToken === undefined) throw new SamtalError('UNAUTHENTICATED');
		const { memberId, ...tokens } = await sessions.refresh(refreshToken);
		cookies.set(response, tokens);
		return readViewer(db, memberId);
	});

	routes.public(contract.signOut, async (_input, { request, response }) => {
		await sessions.end(refreshTokenOf(request), accessTokenOf(request));
		cookies.clear(response);
		return {};
	});

	routes.member(contract.signOutEverywhere, async (_input, { memberId }, { response }) => {
		await sessions.endAll(memberId);
		cookies.clear(response);
		return {};
	});

	routes.member(contract.me, (_input, { memberId }) => readViewer(db, memberId));

	routes.member(contract.updateMe, async ({ body }, { memberId }) => {
		await db.member.update({ where: { id: memberId }, data: body });
		return readViewer(db, memberId);
	});
}
