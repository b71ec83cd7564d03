import express, { type Router } from 'express';
import { z } from 'zod';
import { escapeHtml } from '../../adapters/mail/letter.ts';
import type { Checkout } from './checkout.ts';
import { SandboxRefusal } from './errors.ts';
import { pageStyle } from './page.ts';
import type { SandboxStore, StoredSession } from './store.ts';

const sent = z.union([
	z.object({ outcome: z.enum(['approved', 'refused']) }),
	z.object({ number: z.string(), exp_month: z.string(), exp_year: z.string(), cvc: z.string() }),
]);

/** `/dev/stripe/checkout/:id`, in place of Stripe's hosted page. Not one of Stripe's addresses. */
export function createCheckoutRouter(store: SandboxStore, checkout: Checkout): Router {
	const router = express.Router();
	const path = '/dev/stripe/checkout/:id';
	const show = (session: StoredSession, problem = '') => page(session, checkout.isChallenged(session), problem);

	router.get(path, (request, response, next) => {
		const session = checkout.open(request.params.id);
		return session === undefined ? next() : response.type('html').send(show(session));
	});
	router.post(path, express.urlencoded({ extended: false, limit: '4kb' }), async (request, response, next) => {
		const session = checkout.open(request.params.id);
		if (session === undefined) return next();
		const problem = act(session, request.body);
		await store.save();
		if (session.status === 'complete') return response.redirect(303, session.successUrl);
		return response.type('html').send(show(session, problem));
	});
	return router;

	/** Does what the form says; what was wrong with it, in words, or nothing. */
	function act(session: StoredSession, body: unknown): string {
		try {
			const form = sent.parse(body);
			if ('outcome' in form) checkout.authenticate(session, form.outcome === 'approved');
			else checkout.pay(session, { ...form, number: form.number.replaceAll(' ', '') });
			return '';
		} catch (error) {
			if (error instanceof SandboxRefusal) return error.message;
			throw error;
		}
	}
}

const page = (session: StoredSession, isChallenged: boolean, problem: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stripe stand-in</title>
<style>${pageStyle}form{display:grid;gap:.75rem;max-width:24rem}label{display:flex;justify-content:space-between;gap:1rem}</style>
</head><body><main>
<h1>Stand-in for Stripe’s Checkout</h1>
<p>This is not Stripe. ${escapeHtml(session.name)}: ${session.amount / 100} ${escapeHtml(session.currency.toUpperCase())}</p>
${problem && `<p role="alert">${escapeHtml(problem)}</p>`}
${session.status === 'open' ? (isChallenged ? challenge : cardForm) : '<p>Nothing is to be paid here any more.</p>'}
${session.cancelUrl === null ? '' : `<p><a href="${escapeHtml(session.cancelUrl)}">Back</a></p>`}</main></body></html>`;

const challenge = `<form method="post"><button name="outcome" value="approved">Approve</button>
<button name="outcome" value="refused">Refuse</button></form>`;

const cardForm = `<form method="post">
<label>Card number <input name="number" inputmode="numeric" required></label>
<label>Month <input name="exp_month" inputmode="numeric" required></label>
<label>Year <input name="exp_year" inputmode="numeric" required></label>
<label>Security code <input name="cvc" inputmode="numeric" required></label>
<button>Pay</button></form>`;
