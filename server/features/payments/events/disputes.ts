import { settleDispute } from '../disputes/settle.ts';
import { tellTool } from '../tellTool.ts';
import { findReceived } from './received.ts';
import type { EventReader } from './reading.ts';

/** What becomes of money that a payer's bank asks back. */
export const readDisputeEvent: EventReader = async ({ account, payload }, deps) => {
	const news = deps.provider.readDisputeEvent(payload);
	const lock = news && (await findReceived(news.intentId, account, deps));
	if (!lock) return undefined;
	return async (tx) => {
		const { row, isNews } = await lock(tx);
		const changed = await settleDispute(tx, row, news.dispute, deps);
		return changed || isNews ? () => tellTool(row, deps) : undefined;
	};
};
