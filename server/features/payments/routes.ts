import { Readable } from 'node:stream';
import * as contract from '../../../shared/contract/payments.ts';
import * as kindContract from '../../../shared/contract/paymentKinds.ts';
import { listPayments, paymentReceipt } from '../../../shared/contract/paymentList.ts';
import * as statements from '../../../shared/contract/statements.ts';
import { listPayouts } from '../../../shared/contract/payouts.ts';
import type { Routes } from '../../http/routes.ts';
import { addCardRoutes } from './cards/routes.ts';
import { openCheckout } from './checkout/open.ts';
import type { PaymentDeps } from './deps.ts';
import { archiveKind, createKind, listKinds } from './kinds.ts';
import * as lists from './lists.ts';
import { listClinicPayouts } from './payouts/list.ts';
import { listPeriod } from './period.ts';
import { refund } from './refunds/refund.ts';
import { record } from './record.ts';
import { receiptPaper } from './receipt/paper.ts';
import { request } from './request.ts';
import { sharePayLink } from './link/share.ts';
import { settle } from './settle.ts';
import { addSetupRoutes } from './setup/routes.ts';
import { startPaying } from './startPaying.ts';
import { statementPaper } from './statements/paper.ts';
import { readStatements } from './statements/read.ts';
import { withdraw } from './withdraw.ts';

/** Serves the contract's payment routes. */
export function addPaymentRoutes(routes: Routes, deps: PaymentDeps): void {
	const { database } = deps;
	routes.member(contract.requestPayment, (input, actor) => request(input, actor, deps));
	routes.member(contract.recordPayment, (input, actor) => record(input, actor, deps));
	routes.member(contract.settlePayment, (input, actor) => settle(input, actor, deps));
	routes.member(contract.withdrawPayment, ({ params }, actor) => withdraw(params.paymentId, actor, deps));
	routes.member(contract.refundPayment, (input, actor) => refund(input, actor, deps));
	routes.member(contract.listVisitPayments, ({ params }, actor) =>
		lists.ofVisit(database, actor, params.appointmentId),
	);
	routes.member(contract.listClientPayments, ({ params }, actor) => lists.ofClient(database, actor, params.clientId));
	routes.member(listPayments, ({ query }, actor) => listPeriod(database, actor, query));
	routes.memberFile(paymentReceipt, async ({ params }, actor) => {
		const { filename, content } = await receiptPaper(await lists.readPayment(database, actor, params.paymentId), deps);
		return { filename, contentType: 'application/pdf', content: Readable.from([content]) };
	});
	routes.payer(contract.listOwnPayments, (_, payer) => lists.ofPayer(database, payer));
	addCardRoutes(routes, deps);
	routes.member(kindContract.listPaymentKinds, (_, actor) => listKinds(deps, actor));
	routes.member(kindContract.createPaymentKind, ({ body }, actor) => createKind(body, actor, deps));
	routes.member(kindContract.archivePaymentKind, ({ params }, actor) => archiveKind(params.kindId, actor, deps));
	routes.member(statements.listStatements, async (_, actor) => ({ statements: await readStatements(actor, deps) }));
	routes.memberFile(statements.statementPaper, async (input, actor) => {
		const { filename, content } = await statementPaper(input, actor, deps);
		return { filename, contentType: 'application/pdf', content: Readable.from([content]) };
	});
	routes.member(listPayouts, ({ query }, actor) => listClinicPayouts(query, actor, deps));
	addSetupRoutes(routes, deps);
	routes.payer(contract.startPaying, (input, payer) => startPaying(input, payer, deps));
	routes.payer(contract.openCheckout, (input, payer) => openCheckout(input, payer, deps));
	routes.member(contract.sharePayLink, (input, actor) => sharePayLink(input, actor, deps));
}
