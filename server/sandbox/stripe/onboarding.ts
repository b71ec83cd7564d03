import express, { type Router } from 'express';
import { z } from 'zod';
import { escapeHtml } from '../../adapters/mail/letter.ts';
import type { Accounts } from './accounts.ts';
import { pageStyle } from './page.ts';

const choice = z.object({ outcome: z.enum(['ready', 'restricted', 'leave']) });

/**
 * `/dev/stripe/onboarding/:token`, in place of Stripe's own form: nothing is typed, only how it ends is chosen.
 * Not one of Stripe's addresses.
 */
export function createOnboardingRouter(accounts: Accounts): Router {
	const router = express.Router();
	const path = '/dev/stripe/onboarding/:token';
	router.get(path, (request, response, next) => {
		const link = accounts.openLink(request.params.token);
		if (link === undefined) return next();
		if (link.isOld) return response.redirect(303, link.refreshUrl);
		return response.type('html').send(page(link.account));
	});
	router.post(path, express.urlencoded({ extended: false, limit: '4kb' }), async (request, response, next) => {
		const link = accounts.openLink(request.params.token);
		if (link === undefined) return next();
		if (link.isOld) return response.redirect(303, link.refreshUrl);
		const { outcome } = choice.parse(request.body);
		await accounts.leaveForm(request.params.token, outcome === 'leave' ? null : outcome);
		return response.redirect(303, link.returnUrl);
	});
	return router;
}

const page = (account: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stripe stand-in</title>
<style>${pageStyle}form{display:flex;flex-wrap:wrap;gap:.75rem}</style></head><body><main>
<h1>Stand-in for Stripe’s form</h1>
<p>This is not Stripe. There, the clinic says who it is and where its money goes. Here you choose how that ends for
<code>${escapeHtml(account)}</code>.</p>
<form method="post">
<button name="outcome" value="ready">Complete everything</button>
<button name="outcome" value="leave">Leave it incomplete</button>
<button name="outcome" value="restricted">Complete, but be restricted</button>
</form></main></body></html>`;
