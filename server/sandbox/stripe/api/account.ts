import type { Request } from 'express';
import { SandboxRefusal } from '../errors.ts';
import { accountOfKey } from '../ownKeys.ts';

/** The account that the request is for: the key's own, or the connected one that the platform names; null for itself. */
export const accountOrPlatform = (request: Request): string | null =>
	accountOfKey((request.get('authorization') ?? '').replace(/^Bearer /, ''), request.get('stripe-account'));

/** The same, where Samtal never asks for the platform itself. */
export function accountOf(request: Request): string {
	const account = accountOrPlatform(request);
	if (account?.startsWith('acct_')) return account;
	throw SandboxRefusal.invalid('Samtal takes payments on connected accounts only: Stripe-Account is missing.');
}
