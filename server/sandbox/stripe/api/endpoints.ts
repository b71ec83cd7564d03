import type { Express } from 'express';
import { answer } from '../answers.ts';
import type { Endpoints } from '../endpoints.ts';
import { toEndpoint } from '../objects/endpoint.ts';
import type { SandboxStore } from '../store.ts';
import { accountOf } from './account.ts';

/** `/v1/webhook_endpoints`, for accounts with keys of their own. */
export function addEndpoints(app: Express, store: SandboxStore, endpoints: Endpoints): void {
	const url = '/v1/webhook_endpoints';
	app.post(url, (request, response) =>
		answer(store, response, toEndpoint(endpoints.create(accountOf(request), request.body), true)),
	);
	app.get(url, (request, response) => {
		const data = endpoints.list(accountOf(request)).map((endpoint) => toEndpoint(endpoint, false));
		return answer(store, response, { object: 'list', data, has_more: false, url });
	});
	app.delete(`${url}/:id`, (request, response) => {
		const { id } = request.params;
		endpoints.remove(accountOf(request), id);
		return answer(store, response, { id, object: 'webhook_endpoint', deleted: true });
	});
}
