import { z } from 'zod';
import { conflict } from './conflicts.ts';

/**
 * Every failure that Samtal reports, in one place: the stable code that programs read, and the HTTP status. What it says
 * to people is in `errorBody.ts` for whoever reads the raw answer, and in client/locales for the screens.
 */
export const errorTable = {
	VALIDATION: 400,
	MALFORMED_BODY: 400,
	UNAUTHENTICATED: 401,
	BAD_CREDENTIALS: 401,
	SESSION_ENDED: 401,
	FORBIDDEN: 403,
	NOT_FOUND: 404,
	LINK_INVALID: 404,
	LINK_EXPIRED: 410,
	CONFLICT: 409,
	SLOT_TAKEN: 409,
	TIME_NOT_FREE: 409,
	OWN_VISIT: 409,
	CONFIRMATION_NEEDED: 409,
	NOT_OFFERED: 409,
	GROUP_FULL: 409,
	ALREADY_ATTENDING: 409,
	SERIES_TOO_LONG: 400,
	SERIES_EMPTY: 400,
	VISIT_BEGAN: 409,
	FEE_CHANGED: 409,
	VISIT_CANCELLED: 409,
	TERMS_REQUIRED: 422,
	PAY_FIRST: 402,
	NO_ADDRESS: 422,
	PAYMENTS_DISABLED: 409,
	PAYMENTS_NOT_READY: 409,
	OPEN_PAYMENTS: 409,
	ACCOUNT_UNUSABLE: 422,
	KEYS_REFUSED: 422,
	COLLECTS_FOR_OTHERS: 409,
	REFUND_UNDERWAY: 409,
	REFUND_AT_STRIPE: 409,
	PAYMENT_ALREADY_RECEIVED: 409,
	PAYMENT_WITHDRAWN: 409,
	CARD_NOT_ON_FILE: 409,
	PAYMENT_PROVIDER: 502,
	REFUND_TOO_MUCH: 409,
	WEBHOOK_SIGNATURE: 400,
	NO_SMS: 409,
	CALENDAR_ADDRESS: 422,
	CALENDAR_UNREACHABLE: 422,
	CALENDAR_MALFORMED: 422,
	CALENDAR_TOO_LARGE: 422,
	CALENDAR_LIMIT: 409,
	NO_RELAY: 409,
	PAYLOAD_TOO_LARGE: 413,
	RATE_LIMITED: 429,
	INTERNAL: 500,
	UNAVAILABLE: 503,
	TIMEOUT: 504,
	NETWORK: 503,
	UNKNOWN_EVENT: 400,
	WRONG_STATE: 409,
	NOT_ADMITTED: 403,
	CALL_ENDED: 410,
	ROOM_FULL: 409,
	REPLACED: 409,
	PEER_NOT_FOUND: 404,
	KEYS_MISSING: 409,
	MEDIA_FAILED: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorTable;

const errorCodes = Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]];

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

	/** HTTP status of this error. */
	get status(): number {
		return errorTable[this.code];
	}

	static fromBody({ code, message: _, ...details }: ErrorBody): SamtalError {
		return new SamtalError(code, details);
	}
}
