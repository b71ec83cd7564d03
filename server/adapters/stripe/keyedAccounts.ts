import Stripe from 'stripe';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { KeyedAccounts } from '../../features/payments/setup/ownKeys/ports.ts';
import type { AccountClients } from './accountClients.ts';
import { readAccount } from './accounts.ts';
import { apiVersion, type StripeClient } from './client.ts';

/** What we are told of an account; the platform's own endpoint listens to the same (README, "Payments"). */
const toldEvents: Stripe.WebhookEndpointCreateParams.EnabledEvent[] = [
	'account.updated',
	'charge.dispute.closed',
	'charge.dispute.created',
	'charge.dispute.updated',
	'charge.refunded',
	'payment_intent.canceled',
	'payment_intent.payment_failed',
	'payment_intent.processing',
	'payment_intent.requires_action',
	'payment_intent.succeeded',
	'payment_method.detached',
	'refund.created',
	'refund.failed',
	'refund.updated',
];

/** Speaks to an account by its own secret key. */
export function createKeyedAccounts(clients: AccountClients): KeyedAccounts {
	return {
		async whose(secretKey) {
			const { stripe, ask } = clients.withKey(secretKey);
			try {
				const account = await ask(stripe.accounts.retrieveCurrent());
				return { account: account.id, reading: readAccount(account) };
			} catch (error) {
				if (isRefusedKey(error)) throw new SamtalError('KEYS_REFUSED', {}, { cause: error });
				throw error;
			}
		},

		async listen(secretKey, url) {
			const client = clients.withKey(secretKey);
			const { stripe, ask } = client;
			try {
				await stopListening(client, url);
				const { secret } = await ask(
					stripe.webhookEndpoints.create({ url, enabled_events: toldEvents, api_version: apiVersion }),
				);
				if (secret === undefined) throw new SamtalError('PAYMENT_PROVIDER');
				return secret;
			} catch (error) {
				if (isRefusedKey(error)) throw new SamtalError('KEYS_REFUSED', {}, { cause: error });
				throw error;
			}
		},

		stopListening: (secretKey, url) => stopListening(clients.withKey(secretKey), url),
	};
}

/** Takes away whatever listens at this address: also what was left there when a request broke off. */
async function stopListening({ stripe, ask }: StripeClient, url: string): Promise<void> {
	const { data } = await ask(stripe.webhookEndpoints.list({ limit: 100 }));
	for (const endpoint of data) if (endpoint.url === url) await ask(stripe.webhookEndpoints.del(endpoint.id));
}

/** Whether Stripe does not know the key, or the key (a restricted one) may not do this. */
function isRefusedKey(error: unknown): boolean {
	const cause = error instanceof SamtalError ? error.cause : error;
	return (
		cause instanceof Stripe.errors.StripeAuthenticationError || cause instanceof Stripe.errors.StripePermissionError
	);
}
