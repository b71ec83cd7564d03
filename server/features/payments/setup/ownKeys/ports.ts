import type { AccountReading } from '../ports.ts';

/** The keys of one Stripe account, and what signs the webhooks that it sends here. */
export interface OwnKeys {
	secretKey: string;
	publishableKey: string;
	webhookSecret: string;
}

/** Speaks to accounts by their own secret keys. What keeps it from an answer comes as SamtalError `PAYMENT_PROVIDER`. */
export interface KeyedAccounts {
	/** Whose key it is, and how that account stands. @throws SamtalError `KEYS_REFUSED` for a key that opens nothing */
	whose(secretKey: string): Promise<{ account: string; reading: AccountReading }>;
	/**
	 * Lets the account tell what happens to this address, in place of whatever did before; the answer signs it.
	 * @throws SamtalError `KEYS_REFUSED` for a key that may not do that
	 */
	listen(secretKey: string, url: string): Promise<string>;
	stopListening(secretKey: string, url: string): Promise<void>;
}
