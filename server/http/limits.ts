import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SamtalError } from '../../shared/contract/errors.ts';

/** A budget of `points` per `seconds` for each key. */
export interface Limit {
	/** @throws SamtalError `RATE_LIMITED` with the wait in milliseconds. */
	take(key: string): Promise<void>;
	/** Gives the key its whole budget back, as after a successful sign-in. */
	forgive(key: string): Promise<void>;
}

export function createLimit(points: number, seconds: number): Limit {
	const limiter = new RateLimiterMemory({ points, duration: seconds });
	return {
		async take(key) {
			try {
				await limiter.consume(key);
			} catch (refusal) {
				if (!(refusal instanceof RateLimiterRes)) throw refusal;
				throw new SamtalError('RATE_LIMITED', { retryAfterMs: refusal.msBeforeNext });
			}
		},
		async forgive(key) {
			await limiter.delete(key);
		},
	};
}
