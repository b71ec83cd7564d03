import type Stripe from 'stripe';
import type { StoredAccount } from '../store.ts';

/** What is missing at each stage, by Stripe's names, and what Stripe makes of that. */
const stages = {
	new: {
		due: ['business_profile.url', 'external_account', 'individual.first_name', 'tos_acceptance.date'],
		disabledReason: 'requirements.past_due',
	},
	restricted: { due: ['individual.verification.document'], disabledReason: 'requirements.past_due' },
	ready: { due: [], disabledReason: null },
} as const;

/** A connected account as Stripe answers with it: a Standard one, as by its controller. */
export function toAccount({ id, metadata, created, stage }: StoredAccount): Stripe.Account {
	const { due, disabledReason } = stages[stage];
	const ready = stage === 'ready';
	const requirements = {
		alternatives: [],
		current_deadline: null,
		currently_due: [...due],
		disabled_reason: disabledReason,
		errors: [],
		eventually_due: [...due],
		past_due: [...due],
		pending_verification: [],
	};
	return {
		id,
		object: 'account',
		business_profile: nobody,
		business_type: null,
		capabilities: { card_payments: ready ? 'active' : 'inactive', transfers: ready ? 'active' : 'inactive' },
		charges_enabled: ready,
		controller: {
			fees: { payer: 'account' },
			is_controller: true,
			losses: { payments: 'stripe' },
			requirement_collection: 'stripe',
			stripe_dashboard: { type: 'full' },
			type: 'application',
		},
		country: 'IS',
		created,
		default_currency: 'isk',
		details_submitted: stage !== 'new',
		email: null,
		external_accounts: { object: 'list', data: [], has_more: false, url: `/v1/accounts/${id}/external_accounts` },
		future_requirements: {
			...requirements,
			currently_due: [],
			disabled_reason: null,
			eventually_due: [],
			past_due: [],
		},
		metadata,
		payouts_enabled: ready,
		requirements,
		settings,
		tos_acceptance: { date: null, ip: null, user_agent: null },
		type: 'standard',
	};
}

const nobody: Stripe.Account.BusinessProfile = {
	annual_revenue: null,
	estimated_worker_count: null,
	mcc: null,
	minority_owned_business_designation: null,
	name: null,
	product_description: null,
	specified_commercial_transactions_act_url: null,
	support_address: null,
	support_email: null,
	support_phone: null,
	support_url: null,
	url: null,
};

const settings: Stripe.Account.Settings = {
	bacs_debit_payments: { display_name: null, service_user_number: null },
	branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
	card_issuing: { tos_acceptance: { date: null, ip: null } },
	card_payments: {
		decline_on: { avs_failure: true, cvc_failure: true },
		statement_descriptor_prefix: null,
		statement_descriptor_prefix_kana: null,
		statement_descriptor_prefix_kanji: null,
	},
	dashboard: { display_name: null, timezone: 'Etc/UTC' },
	invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
	payments: {
		statement_descriptor: null,
		statement_descriptor_kana: null,
		statement_descriptor_kanji: null,
		statement_descriptor_prefix_kana: null,
		statement_descriptor_prefix_kanji: null,
	},
	payouts: {
		debit_negative_balances: true,
		schedule: { delay_days: 2, interval: 'daily' },
		statement_descriptor: null,
	},
	sepa_debit_payments: {},
};
