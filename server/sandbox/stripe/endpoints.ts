import { z } from 'zod';
import { SandboxRefusal } from './errors.ts';
import type { SandboxStore, StoredEndpoint } from './store.ts';

interface EndpointDeps {
	store: SandboxStore;
	now: () => Date;
	newId: () => string;
}

const createParams = z.object({
	url: z.url(),
	enabled_events: z.array(z.string()).min(1),
	api_version: z.string(),
});

/** The webhook endpoints of accounts that stand by themselves. */
export function createEndpoints({ store, now, newId }: EndpointDeps) {
	const { endpoints } = store.state;
	return {
		create(account: string, params: unknown): StoredEndpoint {
			const parsed = createParams.safeParse(params);
			if (!parsed.success) throw SandboxRefusal.invalid('Samtal makes no such endpoint.');
			const { url, enabled_events: enabledEvents, api_version: apiVersion } = parsed.data;
			const id = `we_${newId().replaceAll('-', '')}`;
			const secret = `whsec_${newId().replaceAll('-', '')}`;
			const created = Math.floor(now().getTime() / 1000);
			const endpoint = { id, account, url, secret, enabledEvents, apiVersion, created };
			endpoints[id] = endpoint;
			return endpoint;
		},

		list: (account: string): StoredEndpoint[] =>
			Object.values(endpoints).filter((endpoint) => endpoint.account === account),

		remove(account: string, id: string): void {
			if (endpoints[id]?.account !== account) throw SandboxRefusal.missing(id);
			Reflect.deleteProperty(endpoints, id);
		},
	};
}

export type Endpoints = ReturnType<typeof createEndpoints>;
