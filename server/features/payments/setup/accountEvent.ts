import type { EventReader } from '../events/reading.ts';
import { keepReading, readAccount } from './readings.ts';

const types = new Set(['account.updated', 'account.application.deauthorized']);

/**
 * Something changed about a connected account. What it says is old by the time that it comes, and may come in any
 * order, so it only makes us ask how the account stands now.
 */
export const readAccountEvent: EventReader = async ({ type, account }, deps) => {
	if (!types.has(type) || account === null) return undefined;
	if ((await deps.database.paymentAccount.count({ where: { id: account } })) === 0) return undefined;
	const reading = await readAccount(account, deps);
	return async (tx) => {
		await keepReading(tx, account, reading);
		return undefined;
	};
};
