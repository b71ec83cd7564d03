import type Stripe from 'stripe';
import type { SandboxPayout } from '../payouts.ts';

/** A payout as Stripe answers with it. */
export const toPayout = ({ id, amount, currency, created, arrivesAt, status }: SandboxPayout): Stripe.Payout => ({
	id,
	object: 'payout',
	amount,
	application_fee: null,
	application_fee_amount: null,
	arrival_date: arrivesAt,
	automatic: true,
	balance_transaction: null,
	created,
	currency,
	description: 'STRIPE PAYOUT',
	destination: null,
	failure_balance_transaction: null,
	failure_code: null,
	failure_message: null,
	livemode: false,
	metadata: {},
	method: 'standard',
	original_payout: null,
	payout_method: null,
	reconciliation_status: 'completed',
	reversed_by: null,
	source_type: 'card',
	statement_descriptor: null,
	status,
	trace_id: null,
	type: 'bank_account',
});
