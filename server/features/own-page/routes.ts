import { setTimeout as after } from 'node:timers/promises';
import * as contract from '../../../shared/contract/ownPage.ts';
import { createLimit } from '../../http/limits.ts';
import type { Routes } from '../../http/routes.ts';
import type { Ambient } from '../ports.ts';
import { readOwnPage } from './read.ts';
import { sendLink, type SendLinkDeps } from './send-link.ts';

const minutes = 60;
/** Longer than writing the mails takes: how long an answer took does not tell whether the address is known. */
const answerMs = 400;

/** A client's own page, to which a link by e-mail leads. */
export function ownPageRoutes(routes: Routes, deps: SendLinkDeps & { ambient: Ambient }): void {
	const perDevice = createLimit(30, 10 * minutes);
	const perAddress = createLimit(3, 10 * minutes);

	routes.public(contract.requestOwnPage, async ({ body: { email } }, { request }) => {
		await perDevice.take(request.ip ?? 'unknown');
		await perAddress.take(email);
		await Promise.all([sendLink(deps, email), after(answerMs)]);
		return {};
	});
	routes.client(contract.getOwnPage, (_, client) => readOwnPage(deps, client));
}
