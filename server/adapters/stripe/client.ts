import type { Logger } from 'pino';
import Stripe from 'stripe';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { isTooLate } from './intents.ts';

/** How Stripe is reached. */
export interface StripeReach {
	/** Where the local stand-in listens; without it, Stripe itself is asked. */
	sandbox?: { host: string; port: number };
	log: Logger;
}

export interface StripeClient {
	readonly stripe: Stripe;
	/** The answer, or SamtalError `PAYMENT_PROVIDER`; that an intent is no longer open passes as Stripe's own error. */
	ask<T>(request: Promise<T>): Promise<T>;
}

/** The version of Stripe's API that everything here was written for; a newer SDK does not compile until it is read. */
export const apiVersion = '2026-10-28.endive' satisfies typeof Stripe.API_VERSION;

/** The official SDK: the only way to Stripe, or to its local stand-in. */
export function createStripeClient(secretKey: string, { sandbox, log }: StripeReach): StripeClient {
	const stripe = new Stripe(secretKey, {
		apiVersion,
		maxNetworkRetries: 2,
		timeout: 10_000,
		telemetry: false,
		...(sandbox && { ...sandbox, protocol: 'http' as const }),
	});
	return {
		stripe,
		async ask(request) {
			try {
				return await request;
			} catch (cause) {
				if (isTooLate(cause) || !(cause instanceof Stripe.errors.StripeError)) throw cause;
				// The message can quote what was sent; type, code and request id are enough to look it up at Stripe.
				log.warn({ type: cause.type, code: cause.code, requestId: cause.requestId }, 'Stripe refused');
				throw new SamtalError('PAYMENT_PROVIDER', {}, { cause });
			}
		},
	};
}
