import type { Express } from 'express';
import type { Accounts } from '../accounts.ts';
import { answer } from '../answers.ts';
import { toAccount } from '../objects/account.ts';
import type { SandboxStore } from '../store.ts';

/** `/v1/accounts` and `/v1/account_links`, for the platform itself. */
export function addAccounts(app: Express, store: SandboxStore, accounts: Accounts): void {
	app.post('/v1/accounts', (request, response) => answer(store, response, toAccount(accounts.create(request.body))));
	app.get('/v1/accounts/:id', (request, response) =>
		answer(store, response, toAccount(accounts.find(request.params.id))),
	);
	app.post('/v1/account_links', (request, response) => answer(store, response, accounts.createLink(request.body)));
}
