import type { CancelReason } from '../../contract/appointments.ts';
import type { FeeRules } from '../../contract/clinic.ts';

const HOUR_MS = 3_600_000;

interface Cancelled {
	/** What the client was to pay for the visit, in minor units. */
	readonly amountMinor: number;
	readonly reason: CancelReason;
	/** As `freeUntilOf` says it; null where cancelling is always free. */
	readonly freeUntil: Date | null;
	readonly cancelledAt: Date;
}

/** Until when the client cancels free of charge, that instant included; null where the professional has no rule for it. */
export const freeUntilOf = (startsAt: Date, rule: { readonly freeCancelHours: number } | null): Date | null =>
	rule === null ? null : new Date(startsAt.getTime() - rule.freeCancelHours * HOUR_MS);

/** Whether the client has missed the time for cancelling free of charge. */
export const isLate = (freeUntil: Date | null, now: Date): boolean => freeUntil !== null && now > freeUntil;

/**
 * The fee for a visit that its client cancels late, or to which nobody comes: in minor units of the price's currency,
 * half up. What the clinic cancels costs nothing.
 */
export function feeOf({ amountMinor, reason, freeUntil, cancelledAt }: Cancelled, rules: Readonly<FeeRules>): number {
	if (reason === 'NO_SHOW') return shareOf(amountMinor, rules.noShowFeePercent);
	return reason === 'BY_CLIENT' && isLate(freeUntil, cancelledAt) ? shareOf(amountMinor, rules.lateFeePercent) : 0;
}

/**
 * So many whole per cent of an amount, in its minor units, half up: in whole numbers alone, as 0.5 has no exact neighbours in
 * floating point.
 */
export const shareOf = (amountMinor: number, percent: number): number => Math.floor((amountMinor * percent + 50) / 100);
