import { SandboxRefusal } from './errors.ts';

/** `sk_test_own1` and `pk_test_own1` are the keys of `acct_own1`: an account that belongs to no platform. */
const ownKey = /^[sp]k_test_own(\w+)$/;
const anyKey = /^[sp]k_test_\w+$/;

/** Whether an account stands by itself, so that what happens to it is told to its own endpoints. */
export const isOwnAccount = (account: string): boolean => account.startsWith('acct_own');

/** Whose account a key and a `Stripe-Account` speak for: the key's own, else the connected one that is named, if any. */
export function accountOfKey(key: string, named: string | undefined): string | null {
	if (!anyKey.test(key)) {
		throw new SandboxRefusal(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' });
	}
	const [, name] = ownKey.exec(key) ?? [];
	if (name === undefined) return named ?? null;
	const own = `acct_own${name}`;
	if (named !== undefined && named !== own) throw SandboxRefusal.noAccess(named);
	return own;
}
