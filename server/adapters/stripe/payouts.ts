import type { PayoutStatus } from '../../../shared/contract/payouts.ts';
import type { PaymentProvider } from '../../features/payments/ports.ts';
import { fromStripeAmount } from './amounts.ts';
import type { AccountClients } from './accountClients.ts';

const pageSize = 20;

/** Reads what Stripe paid out from an account. */
export const createFindPayouts =
	(clients: AccountClients): PaymentProvider['findPayouts'] =>
	async (account, after) => {
		const { stripe, ask, on } = await clients.of(account);
		const page = { limit: pageSize, ...(after !== null && { starting_after: after }) };
		const { data, has_more } = await ask(stripe.payouts.list(page, on));
		return {
			payouts: data.map(({ id, amount, currency, status, arrival_date }) => ({
				...{ id, ...fromStripeAmount({ amount, currency }), status: statuses.get(status) ?? 'PENDING' },
				// Stripe gives a date as its midnight in UTC.
				arrivesOn: new Date(arrival_date * 1000).toISOString().slice(0, 10),
			})),
			next: has_more ? (data.at(-1)?.id ?? null) : null,
		};
	};

/** Stripe API, "The Payout object". */
const statuses = new Map<string, PayoutStatus>([
	['pending', 'PENDING'],
	['in_transit', 'IN_TRANSIT'],
	['paid', 'PAID'],
	['failed', 'FAILED'],
	['canceled', 'CANCELLED'],
]);
