import type { AccountFacts } from '../../../../shared/domain/payments/account.ts';

export interface AccountReading extends AccountFacts {
	/** The clinic for which it was made here, where it was. */
	clinicId: string | null;
}

/**
 * Connects accounts of clinics at the payment provider. Whatever keeps a request from being answered comes as
 * SamtalError `PAYMENT_PROVIDER`.
 */
export interface AccountProvider {
	/** Whether there is a platform through which clinics connect; without one each gives keys of its own. */
	readonly byPlatform: boolean;
	/** Makes an account that is its owner's own; asked again with the same key, answers with the same account. */
	create(clinicId: string, key: string): Promise<string>;
	/** How an account stands now; null for one that is not connected to us. */
	read(account: string): Promise<AccountReading | null>;
	/** An address, for one use within minutes, where the owner says who they are. It is never logged or stored. */
	onboardingLink(account: string, addresses: OnboardingAddresses): Promise<string>;
	/** Has the account's card form offer wallets on the pages of this domain (`clinic.example`); what it has already stays. */
	registerDomain(account: string, domain: string): Promise<void>;
}

export interface OnboardingAddresses {
	/** Where the owner comes back, whether they finished or not. */
	returnUrl: string;
	/** Where a link that is used up or too old leads, for another one. */
	refreshUrl: string;
}
