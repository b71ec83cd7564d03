import type { Express } from 'express';
import { z } from 'zod';
import { answer } from '../answers.ts';
import { SandboxRefusal } from '../errors.ts';
import { toPayout } from '../objects/payout.ts';
import { payoutsOf } from '../payouts.ts';
import type { SandboxStore } from '../store.ts';
import { accountOf } from './account.ts';

const listParams = z.object({
	limit: z.coerce.number().int().min(1).max(100).default(10),
	starting_after: z.string().optional(),
});

/** `/v1/payouts` */
export function addPayouts(app: Express, store: SandboxStore, now: () => Date): void {
	const url = '/v1/payouts';
	app.get(url, (request, response) => {
		const parsed = listParams.safeParse(request.query);
		if (!parsed.success) throw SandboxRefusal.invalid('Invalid request.');
		const { limit, starting_after: after } = parsed.data;
		const all = payoutsOf(accountOf(request), store, now());
		const rest = all.slice(after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1);
		const data = rest.slice(0, limit).map(toPayout);
		return answer(store, response, { object: 'list', data, has_more: rest.length > limit, url });
	});
}
