import * as contract from '../../../../shared/contract/paymentSetup.ts';
import type { Routes } from '../../../http/routes.ts';
import type { PaymentDeps } from '../deps.ts';
import { ask, readAccess } from './access.ts';
import { checkAccount, showAccount } from './account.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import { giveKeys } from './ownKeys/give.ts';
import * as organisation from './organisation.ts';
import { assertConfigures } from './policy.ts';

/** How a clinic comes to take payments, for its managers and its organisation's telehealth managers. */
export function addSetupRoutes(routes: Routes, deps: PaymentDeps): void {
	routes.member(contract.getPaymentAccess, (_, actor) => {
		assertConfigures(actor);
		return readAccess(deps.database, actor.clinicId);
	});
	routes.member(contract.askForPayments, ({ body }, actor) => {
		assertConfigures(actor);
		return ask(actor, body.why, deps);
	});
	routes.member(contract.getPaymentAccount, (_, actor) => {
		assertConfigures(actor);
		return showAccount(actor.clinicId, deps);
	});
	routes.member(contract.checkPaymentAccount, (_, actor) => {
		assertConfigures(actor);
		return checkAccount(actor.clinicId, deps);
	});
	routes.member(contract.connectAccount, ({ body }, actor) => {
		assertConfigures(actor);
		return connect(actor.clinicId, body, deps);
	});
	routes.member(contract.giveOwnKeys, async ({ body }, actor) => {
		assertConfigures(actor);
		await giveKeys(actor.clinicId, body, deps);
		return showAccount(actor.clinicId, deps);
	});
	routes.member(contract.disconnectAccount, async ({ body }, actor) => {
		assertConfigures(actor);
		await disconnect(body, actor, deps);
		return showAccount(actor.clinicId, deps);
	});
	routes.member(contract.listOrganisationClinics, (_, actor) => organisation.listClinics(actor, deps));
	routes.member(contract.decidePaymentAccess, async (input, actor) => {
		await organisation.decide(input, actor, deps);
		return {};
	});
	routes.member(contract.endPaymentAccess, async ({ params, body }, actor) => {
		await organisation.end(params.clinicId, body.reason, actor, deps);
		return {};
	});
}
