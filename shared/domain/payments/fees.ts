import type { CancelReason } from '../../contract/appointments.ts';

const HOUR_MS = 3_600_000;

/** What a clinic charges for a visit that does not take place, in whole per cent of its price; 0 is no fee. */
export interface FeeRules {
	/** A client cancels late when fewer hours than these are left. */
	readonly lateFeeHours: number;
	readonly lateFeePercent: number;
	readonly noShowFeePercent: number;
}

interface Cancelled {
	/** What the client was to pay for the visit, in minor units. */
	readonly amountMinor: number;
	readonly startsAt: Date;
	readonly reason: CancelReason;
	readonly cancelledAt: Date;
}

/**
 * The fee for a visit that its client cancels late, or to which nobody comes: in minor units of the price's currency,
 * half up. Exactly `lateFeeHours` before the start is still free. What the clinic cancels costs nothing.
 */
export function feeOf({ amountMinor, startsAt, reason, cancelledAt }: Cancelled, rules: FeeRules): number {
	const freeUntil = startsAt.getTime() - rules.lateFeeHours * HOUR_MS;
	if (reason === 'NO_SHOW') return share(amountMinor, rules.noShowFeePercent);
	return reason === 'BY_CLIENT' && cancelledAt.getTime() > freeUntil ? share(amountMinor, rules.lateFeePercent) : 0;
}

/** In whole numbers alone, as 0.5 has no exact neighbours in floating point. */
const share = (amountMinor: number, percent: number): number => Math.floor((amountMinor * percent + 50) / 100);
