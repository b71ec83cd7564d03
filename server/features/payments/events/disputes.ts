import { settleDispute } from '../disputes/settle.ts';
import { tellTool } from '../tellTool.ts';
import { lockReceived } from './received.ts';
import type { EventReader } from './reading.ts';

/** What becomes of money that a payer's bank asks back. */
export const readDisputeEvent: EventReader = async (event, deps) => {
	const news = deps.provider.readDisputeEvent(event.payload);
	const payment = news && (await deps.database.payment.findUnique({ where: { intentId: news.intentId } }));
	if (!news || !payment || event.account === null || event.account !== payment.accountId) return undefined;
	const lock = await lockReceived(payment, deps);
	return async (tx) => {
		const { row, isNews } = await lock(tx);
		const changed = await settleDispute(tx, row, news.dispute, deps);
		return changed || isNews ? () => tellTool(row, deps) : undefined;
	};
};
