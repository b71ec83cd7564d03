import type { PaymentDeps } from '../deps.ts';

/**
 * Has the card form offer wallets (Apple Pay, Google Pay) on our pages for an account. Cards are taken without: whatever
 * keeps it from being done is written to the log, and keeps nobody from connecting.
 */
export async function registerDomain(
	account: string,
	{ accounts, origin, log }: Pick<PaymentDeps, 'accounts' | 'origin' | 'log'>,
): Promise<void> {
	try {
		await accounts.registerDomain(account, new URL(origin).hostname);
	} catch (err) {
		log.warn({ err, account }, 'the domain is not registered with this account: its card form offers no wallets');
	}
}
