import { holdTime, releaseTime } from '../../../shared/contract/booking.ts';
import { isSamtalError, type Api } from '../../lib/api.ts';

export interface Choice {
	serviceId: string;
	officeId: string;
	/** ISO 8601 instant. */
	startsAt: string;
}

/** A time that was chosen, and until when it is held. */
export interface Chosen extends Choice {
	heldUntil: string | null;
}

/** The one time that this tab keeps from other visitors. */
export interface TimeHold {
	/** Names this tab's hold. */
	readonly id: string;
	/**
	 * Until when the time is held (ISO 8601), or null where it could not be: a hold is a courtesy, and the booking decides.
	 * @throws SamtalError `TIME_NOT_FREE`, `NOT_OFFERED`
	 */
	take(choice: Choice): Promise<string | null>;
	release(): void;
}

/** `api` must outlive the page (`keepalive`), as a time is let go when it closes. */
export function createTimeHold(api: Api, slug: string): TimeHold {
	const id = crypto.randomUUID();
	let taken = false;
	return {
		id,
		async take(choice) {
			try {
				const { expiresAt } = await api.call(holdTime, { params: { slug }, body: { ...choice, holdId: id } });
				taken = true;
				return expiresAt;
			} catch (error) {
				if (isSamtalError(error, 'TIME_NOT_FREE') || isSamtalError(error, 'NOT_OFFERED')) throw error;
				return null;
			}
		},
		release() {
			if (!taken) return;
			taken = false;
			// It expires by itself as well.
			api.call(releaseTime, { params: { slug, holdId: id } }).catch(() => undefined);
		},
	};
}
