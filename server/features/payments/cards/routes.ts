import * as contract from '../../../../shared/contract/cardsOnFile.ts';
import type { Routes } from '../../../http/routes.ts';
import type { PaymentDeps } from '../deps.ts';
import { charge } from './charge.ts';
import { offerConsent } from './consent.ts';
import { cardOfClient, ownCard } from './read.ts';
import { removeCard, removeOwnCard } from './remove.ts';

/** Cards that clients let the clinic keep. */
export function addCardRoutes(routes: Routes, deps: PaymentDeps): void {
	const { database } = deps;
	routes.payer(contract.getCardConsent, (input, payer) => offerConsent(input, payer, deps));
	routes.member(contract.getClientCard, ({ params }, actor) => cardOfClient(database, actor, params.clientId));
	routes.member(contract.chargeCard, (input, actor) => charge(input, actor, deps));
	routes.member(contract.removeClientCard, ({ params }, actor) => removeCard(params, actor, deps));
	routes.client(contract.getOwnCard, (_, client) => ownCard(database, client));
	routes.client(contract.removeOwnCard, ({ params }, client) => removeOwnCard(params.cardId, client, deps));
}
