import { applyEvent } from '../apply.ts';
import { settleRefund } from '../refunds/settle.ts';
import { lockPayment } from '../rows.ts';
import { tellTool } from '../tellTool.ts';
import type { EventReader } from './reading.ts';

/** What becomes of money that goes back, whether we or somebody at Stripe sent it. */
export const readRefundEvent: EventReader = async (event, deps) => {
	const { database, provider } = deps;
	const news = provider.readRefundEvent(event.payload);
	const payment = news && (await database.payment.findUnique({ where: { intentId: news.intentId } }));
	if (!news || !payment || event.account === null || event.account !== payment.accountId) return undefined;
	const refunds = news.refund ? [news.refund] : await provider.findRefunds(event.account, news.intentId);
	// Money that goes back had come, even if nothing has told of that yet.
	const outcome =
		payment.status === 'RECEIVED'
			? { type: 'open' as const }
			: await provider.findOutcome(event.account, news.intentId);
	return async (tx) => {
		const seen = await lockPayment(tx, payment.id);
		const row = outcome.type === 'open' ? seen : await applyEvent(tx, seen, outcome, deps);
		let changed = row !== seen;
		for (const refund of refunds) changed = (await settleRefund(tx, row, refund, deps)) || changed;
		return changed ? () => tellTool(row, deps) : undefined;
	};
};
