import { settleRefund } from '../refunds/settle.ts';
import { tellTool } from '../tellTool.ts';
import { findReceived } from './received.ts';
import type { EventReader } from './reading.ts';

/** What becomes of money that goes back, whether we or somebody at Stripe sent it. */
export const readRefundEvent: EventReader = async ({ account, payload }, deps) => {
	const news = deps.provider.readRefundEvent(payload);
	const lock = news && (await findReceived(news.intentId, account, deps));
	if (!lock || account === null) return undefined;
	const refunds = news.refund ? [news.refund] : await deps.provider.findRefunds(account, news.intentId);
	return async (tx) => {
		const { row, isNews } = await lock(tx);
		let changed = isNews;
		for (const refund of refunds) changed = (await settleRefund(tx, row, refund, deps)) || changed;
		return changed ? () => tellTool(row, deps) : undefined;
	};
};
