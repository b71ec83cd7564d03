import { errors } from 'mediasoup';
import { SamtalError } from '../shared/contract/errors.ts';

/**
 * Runs one step of mediasoup and says its failures in Samtal's words: parameters that it cannot use are `VALIDATION`,
 * something that is gone is `NOT_FOUND`, a step that does not fit is `WRONG_STATE`, and whatever happens because the
 * worker is going or gone (`alive` false) is `MEDIA_FAILED`.
 */
export async function mediaStep<T>(part: string, alive: () => boolean, step: () => Promise<T>): Promise<T> {
	try {
		return await step();
	} catch (error) {
		if (error instanceof SamtalError) throw error;
		if (!alive()) throw new SamtalError('MEDIA_FAILED', {}, { cause: error });
		if (error instanceof errors.NotFoundError) throw new SamtalError('NOT_FOUND', {}, { cause: error });
		if (error instanceof TypeError || error instanceof errors.UnsupportedError) {
			throw invalid(part, 'The media server cannot use these parameters.', error);
		}
		throw new SamtalError('WRONG_STATE', {}, { cause: error });
	}
}

/** `VALIDATION` for one field of a request. */
export const invalid = (path: string, message: string, cause?: unknown): SamtalError =>
	new SamtalError('VALIDATION', { issues: [{ path: `data.${path}`, message }] }, { cause });
