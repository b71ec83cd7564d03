import type { Express } from 'express';
import { z } from 'zod';
import { answer } from '../answers.ts';
import { SandboxRefusal } from '../errors.ts';
import { toRefund } from '../objects/refund.ts';
import type { Refunds } from '../refunds.ts';
import type { SandboxStore } from '../store.ts';
import { accountOf } from './account.ts';

const listParams = z.object({ payment_intent: z.string() });

/** `/v1/refunds` */
export function addRefunds(app: Express, store: SandboxStore, refunds: Refunds): void {
	const url = '/v1/refunds';
	app.post(url, (request, response) => {
		const { refund, intent } = refunds.create(accountOf(request), request.body);
		return answer(store, response, toRefund(refund, intent));
	});
	app.get(url, (request, response) => {
		const parsed = listParams.safeParse(request.query);
		if (!parsed.success) throw SandboxRefusal.invalid('The stand-in lists the refunds of one payment_intent only.');
		const { refunds: found, intent } = refunds.list(accountOf(request), parsed.data.payment_intent);
		const data = found.map((refund) => toRefund(refund, intent));
		return answer(store, response, { object: 'list', data, has_more: false, url });
	});
	app.get(`${url}/:id`, (request, response) => {
		const { refund, intent } = refunds.find(accountOf(request), request.params.id);
		return answer(store, response, toRefund(refund, intent));
	});
}
