import type { Express } from 'express';
import type { Accounts } from '../accounts.ts';
import { answer } from '../answers.ts';
import { SandboxRefusal } from '../errors.ts';
import { toAccount } from '../objects/account.ts';
import { isOwnAccount } from '../ownKeys.ts';
import type { SandboxStore } from '../store.ts';
import { accountOf } from './account.ts';

/** `/v1/accounts` and `/v1/account_links`, for the platform itself; `/v1/account` for the key's own. */
export function addAccounts(app: Express, store: SandboxStore, accounts: Accounts): void {
	app.post('/v1/accounts', (request, response) => answer(store, response, toAccount(accounts.create(request.body))));
	app.get('/v1/account', (request, response) => answer(store, response, toAccount(accounts.find(accountOf(request)))));
	app.get('/v1/accounts/:id', (request, response) => {
		const { id } = request.params;
		if (isOwnAccount(id)) throw SandboxRefusal.noAccess(id);
		return answer(store, response, toAccount(accounts.find(id)));
	});
	app.post('/v1/account_links', (request, response) => answer(store, response, accounts.createLink(request.body)));
}
