import type { Express } from 'express';
import { z } from 'zod';
import { answer } from '../answers.ts';
import { SandboxRefusal } from '../errors.ts';
import { toDomain } from '../objects/domain.ts';
import type { SandboxStore } from '../store.ts';
import { accountOf } from './account.ts';

const createParams = z.object({ domain_name: z.string().regex(/^[a-z0-9.-]+$/) });

/** `/v1/payment_method_domains`: one that an account has already is the same. */
export function addDomains(
	app: Express,
	store: SandboxStore,
	{ now, newId }: { now: () => Date; newId: () => string },
): void {
	app.post('/v1/payment_method_domains', (request, response) => {
		const parsed = createParams.safeParse(request.body);
		if (!parsed.success) throw SandboxRefusal.invalid('Invalid domain name.', { param: 'domain_name' });
		const { domains } = store.state;
		const [account, domain] = [accountOf(request), parsed.data.domain_name];
		const known = Object.values(domains).find((each) => each.account === account && each.domain === domain);
		const id = known?.id ?? `pmd_${newId().replaceAll('-', '')}`;
		const kept = known ?? { id, account, domain, created: Math.floor(now().getTime() / 1000) };
		domains[id] = kept;
		return answer(store, response, toDomain(kept));
	});
}
