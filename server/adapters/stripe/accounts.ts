import Stripe from 'stripe';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { AccountProvider, AccountReading } from '../../features/payments/setup/ports.ts';
import type { AccountClients } from './accountClients.ts';
import { createRegisterDomain } from './domains.ts';

/**
 * Connects clinics' own Stripe accounts: direct charges, with Stripe's fees, losses, form and dashboard all between
 * the clinic and Stripe (Stripe, "Migrate to controller properties", a platform of Standard accounts).
 */
export function createStripeAccounts(clients: AccountClients): AccountProvider {
	return {
		byPlatform: clients.hasPlatform,

		async create(clinicId, key) {
			const { stripe, ask } = clients.platform();
			const { id } = await ask(
				stripe.accounts.create(
					{
						controller: {
							fees: { payer: 'account' },
							losses: { payments: 'stripe' },
							requirement_collection: 'stripe',
							stripe_dashboard: { type: 'full' },
						},
						metadata: { clinic_id: clinicId },
					},
					{ idempotencyKey: `account-${key}` },
				),
			);
			return id;
		},

		async read(account) {
			const { stripe, ask, on } = await clients.of(account);
			try {
				const { accounts } = stripe;
				return readAccount(await ask(on.stripeAccount ? accounts.retrieve(account) : accounts.retrieveCurrent()));
			} catch (error) {
				if (isNotConnected(error)) return null;
				throw error;
			}
		},

		async onboardingLink(account, { returnUrl, refreshUrl }) {
			const { stripe, ask } = clients.platform();
			const { url } = await ask(
				stripe.accountLinks.create({
					account,
					type: 'account_onboarding',
					return_url: returnUrl,
					refresh_url: refreshUrl,
				}),
			);
			return url;
		},

		registerDomain: createRegisterDomain(clients),
	};
}

/** What one of Stripe's accounts means for us. */
export function readAccount(account: Stripe.Account): AccountReading {
	const { requirements } = account;
	return {
		clinicId: account.metadata?.['clinic_id'] ?? null,
		chargesEnabled: account.charges_enabled,
		payoutsEnabled: account.payouts_enabled,
		detailsSubmitted: account.details_submitted,
		due: [...new Set([...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])])],
		disabledReason: requirements?.disabled_reason ?? null,
	};
}

/** Whether Stripe refused because the account is none of ours, or no account at all. */
function isNotConnected(error: unknown): boolean {
	const cause = error instanceof SamtalError ? error.cause : error;
	return (
		cause instanceof Stripe.errors.StripeError && ['account_invalid', 'resource_missing'].includes(cause.code ?? '')
	);
}
