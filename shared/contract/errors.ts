import { z } from 'zod';
import { conflict } from './conflicts.ts';

/**
 * Every failure that Samtal reports, by the stable code that programs read; `errorTable.ts` says what each is. What people
 * read is in client/locales.
 */
const errorCodes = [
	'VALIDATION',
	'MALFORMED_BODY',
	'UNAUTHENTICATED',
	'BAD_CREDENTIALS',
	'SESSION_ENDED',
	'FORBIDDEN',
	'NOT_FOUND',
	'LINK_INVALID',
	'LINK_EXPIRED',
	'CONFLICT',
	'SLOT_TAKEN',
	'TIME_NOT_FREE',
	'OWN_VISIT',
	'CONFIRMATION_NEEDED',
	'NOT_OFFERED',
	'GROUP_FULL',
	'ALREADY_ATTENDING',
	'SERIES_TOO_LONG',
	'SERIES_EMPTY',
	'VISIT_BEGAN',
	'FEE_CHANGED',
	'VISIT_CANCELLED',
	'TERMS_REQUIRED',
	'PAY_FIRST',
	'NO_ADDRESS',
	'PAYMENTS_DISABLED',
	'PAYMENTS_NOT_READY',
	'OPEN_PAYMENTS',
	'ACCOUNT_UNUSABLE',
	'KEYS_REFUSED',
	'COLLECTS_FOR_OTHERS',
	'REFUND_UNDERWAY',
	'REFUND_AT_STRIPE',
	'PAYMENT_ALREADY_RECEIVED',
	'PAYMENT_WITHDRAWN',
	'CARD_NOT_ON_FILE',
	'CARD_AMOUNT',
	'PAYMENT_PROVIDER',
	'REFUND_TOO_MUCH',
	'WEBHOOK_SIGNATURE',
	'NO_SMS',
	'CALENDAR_ADDRESS',
	'CALENDAR_UNREACHABLE',
	'CALENDAR_MALFORMED',
	'CALENDAR_TOO_LARGE',
	'CALENDAR_LIMIT',
	'NO_RELAY',
	'PAYLOAD_TOO_LARGE',
	'RATE_LIMITED',
	'INTERNAL',
	'UNAVAILABLE',
	'TIMEOUT',
	'NETWORK',
	'UNKNOWN_EVENT',
	'WRONG_STATE',
	'NOT_ADMITTED',
	'CALL_ENDED',
	'ROOM_FULL',
	'REPLACED',
	'PEER_NOT_FOUND',
	'KEYS_MISSING',
	'MEDIA_FAILED',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One thing wrong with the input: where (`body.email`), and what, in words. */
const issueSchema = z.object({ path: z.string(), message: z.string() });

export const errorSchema = z.object({
	code: z.enum(errorCodes),
	message: z.string(),
	issues: z.array(issueSchema).optional(),
	conflicts: z.array(conflict).optional(),
	/** For TIME_NOT_FREE: the next start times that are. ISO 8601 instants. */
	freeTimes: z.array(z.iso.datetime()).optional(),
	/** For OPEN_PAYMENTS: how many. */
	count: z.number().int().nonnegative().optional(),
	/** For RATE_LIMITED: how long to wait, in milliseconds. */
	retryAfterMs: z.number().int().nonnegative().optional(),
	/** For INTERNAL: what to quote to support; the log line has the same. */
	correlationId: z.string().optional(),
});
export type ErrorBody = z.infer<typeof errorSchema>;

type ErrorDetails = Omit<ErrorBody, 'code' | 'message'>;

/** The one error that Samtal's own code throws. */
export class SamtalError extends Error {
	override readonly name = 'SamtalError';
	readonly code: ErrorCode;
	readonly details: ErrorDetails;

	constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
		super(code, options);
		this.code = code;
		this.details = details;
	}

	static fromBody({ code, message: _, ...details }: ErrorBody): SamtalError {
		return new SamtalError(code, details);
	}
}
