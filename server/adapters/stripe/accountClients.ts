import { SamtalError } from '../../../shared/contract/errors.ts';
import type { OwnKeys } from '../../features/payments/setup/ownKeys/ports.ts';
import { createStripeClient, type StripeClient, type StripeReach } from './client.ts';

/** The way to one clinic's account: through the platform, or by the account's own key. */
export interface AccountClient extends StripeClient {
	/** Goes with each request (Stripe API, "Making API calls for connected accounts"); empty with a key of its own. */
	on: { stripeAccount?: string };
	publishableKey: string;
}

export interface AccountClientOptions extends StripeReach {
	/** The keys of the platform that connects clinics' accounts; absent where each clinic has keys of its own. */
	platform?: OwnKeys | undefined;
	/** An account's own keys: null where it is the platform's to speak for, `taken` where they were taken away. */
	findOwnKeys(account: string): Promise<OwnKeys | 'taken' | null>;
}

export interface AccountClients {
	readonly hasPlatform: boolean;
	/** The platform itself. @throws SamtalError `PAYMENTS_NOT_READY` where there is none. */
	platform(): StripeClient;
	/** @throws SamtalError `PAYMENTS_NOT_READY` for an account that nobody here can speak for any more. */
	of(account: string): Promise<AccountClient>;
	/** With a key that is to be tried. */
	withKey(secretKey: string): StripeClient;
	/** What signs the webhooks that come for an account with keys of its own, or for the platform (null). */
	webhookSecretOf(account: string | null): Promise<string | null>;
}

/** One client of the SDK per key, so that connections to Stripe are used again. */
export function createAccountClients({ platform, findOwnKeys, ...reach }: AccountClientOptions): AccountClients {
	const platformClient = platform && createStripeClient(platform.secretKey, reach);
	const own = new Map<string, { secretKey: string; client: StripeClient }>();

	function ownClient(account: string, secretKey: string): StripeClient {
		const known = own.get(account);
		if (known?.secretKey === secretKey) return known.client;
		const client = createStripeClient(secretKey, reach);
		own.set(account, { secretKey, client });
		return client;
	}

	return {
		hasPlatform: platformClient !== undefined,
		platform() {
			if (!platformClient) throw new SamtalError('PAYMENTS_NOT_READY');
			return platformClient;
		},
		async of(account) {
			const keys = await findOwnKeys(account);
			if (keys === null && platform && platformClient) {
				return { ...platformClient, on: { stripeAccount: account }, publishableKey: platform.publishableKey };
			}
			if (keys === null || keys === 'taken') throw new SamtalError('PAYMENTS_NOT_READY');
			return { ...ownClient(account, keys.secretKey), on: {}, publishableKey: keys.publishableKey };
		},
		withKey: (secretKey) => createStripeClient(secretKey, reach),
		async webhookSecretOf(account) {
			if (account === null) return platform?.webhookSecret ?? null;
			const keys = await findOwnKeys(account);
			return keys === null || keys === 'taken' ? null : keys.webhookSecret;
		},
	};
}
