import { settleRefund } from '../refunds/settle.ts';
import { tellTool } from '../tellTool.ts';
import { lockReceived } from './received.ts';
import type { EventReader } from './reading.ts';

/** What becomes of money that goes back, whether we or somebody at Stripe sent it. */
export const readRefundEvent: EventReader = async (event, deps) => {
	const { database, provider } = deps;
	const news = provider.readRefundEvent(event.payload);
	const payment = news && (await database.payment.findUnique({ where: { intentId: news.intentId } }));
	if (!news || !payment || event.account === null || event.account !== payment.accountId) return undefined;
	const refunds = news.refund ? [news.refund] : await provider.findRefunds(event.account, news.intentId);
	const lock = await lockReceived(payment, deps);
	return async (tx) => {
		const { row, isNews } = await lock(tx);
		let changed = isNews;
		for (const refund of refunds) changed = (await settleRefund(tx, row, refund, deps)) || changed;
		return changed ? () => tellTool(row, deps) : undefined;
	};
};
