import type { Request } from 'express';
import { SandboxRefusal } from '../errors.ts';

/** The connected account that the request is for. */
export function accountOf(request: Request): string {
	const account = request.get('stripe-account');
	if (account?.startsWith('acct_')) return account;
	throw SandboxRefusal.invalid('Samtal takes payments on connected accounts only: Stripe-Account is missing.');
}
