import { z } from 'zod';
import { conflict } from './conflicts.ts';

/**
 * Every failure that Samtal reports, in one place: the stable code that programs read, the HTTP status,
 * and a sentence for whoever reads the raw answer. The screens translate by code (client/locales).
 */
export const errorTable = {
	VALIDATION: { status: 400, message: 'Something in the request is not valid.' },
	MALFORMED_BODY: { status: 400, message: 'The request body is not valid JSON.' },
	UNAUTHENTICATED: { status: 401, message: 'Sign in to go on.' },
	BAD_CREDENTIALS: { status: 401, message: 'The e-mail address or the password is not right.' },
	SESSION_ENDED: { status: 401, message: 'Your session has ended. Sign in again.' },
	FORBIDDEN: { status: 403, message: 'Your role does not allow this.' },
	NOT_FOUND: { status: 404, message: 'This does not exist, or it is not yours to see.' },
	LINK_INVALID: { status: 404, message: 'This link is not valid. Ask your clinic for a new one.' },
	LINK_EXPIRED: { status: 410, message: 'This link has expired. Ask your clinic for a new one.' },
	CONFLICT: { status: 409, message: 'Somebody else changed this at the same time. Load it again.' },
	SLOT_TAKEN: { status: 409, message: 'This time is taken.' },
	TIME_NOT_FREE: { status: 409, message: 'This time is not free any more.' },
	OWN_VISIT: { status: 409, message: 'You have another visit at this time.' },
	CONFIRMATION_NEEDED: { status: 409, message: 'This time is unusual. Confirm what stands against it.' },
	NOT_OFFERED: { status: 409, message: 'This service is not offered at that office.' },
	SERIES_TOO_LONG: { status: 400, message: 'A series has at most 200 dates.' },
	SERIES_EMPTY: { status: 400, message: 'A series has at least two dates.' },
	VISIT_BEGAN: { status: 409, message: 'This visit has begun; it can no longer be changed.' },
	VISIT_CANCELLED: { status: 409, message: 'This visit was cancelled.' },
	TERMS_REQUIRED: { status: 422, message: 'Accept the terms to go on.' },
	PAYMENTS_DISABLED: { status: 409, message: 'Payments are not switched on for this clinic.' },
	PAYMENT_ALREADY_RECEIVED: { status: 409, message: 'This payment has already been received.' },
	PAYMENT_WITHDRAWN: { status: 409, message: 'This payment request was withdrawn.' },
	PAYMENT_PROVIDER: { status: 502, message: 'The payment service did not answer. Try again shortly.' },
	WEBHOOK_SIGNATURE: { status: 400, message: 'The webhook signature does not verify.' },
	NO_SMS: { status: 409, message: 'Samtal cannot send SMS, or the clinic has not switched them on.' },
	CALENDAR_ADDRESS: { status: 422, message: 'Calendars are read from public https addresses only.' },
	CALENDAR_UNREACHABLE: { status: 422, message: 'No calendar came from this address in time.' },
	CALENDAR_MALFORMED: { status: 422, message: 'What is at this address is not an iCalendar file.' },
	CALENDAR_TOO_LARGE: { status: 422, message: 'The calendar is larger than 5 MB or has more than 10,000 times.' },
	CALENDAR_LIMIT: { status: 409, message: 'No more calendars can be added.' },
	NO_RELAY: { status: 409, message: 'There is no TURN server to relay calls.' },
	PAYLOAD_TOO_LARGE: { status: 413, message: 'The request is too large.' },
	RATE_LIMITED: { status: 429, message: 'Too many attempts. Wait a moment and try again.' },
	INTERNAL: { status: 500, message: 'Something went wrong on our side. Try again.' },
	UNAVAILABLE: { status: 503, message: 'Samtal cannot do this right now. Try again shortly.' },
	TIMEOUT: { status: 504, message: 'No answer came in time. Check your connection and try again.' },
	NETWORK: { status: 503, message: 'No connection to Samtal. Check your network.' },
	// Signalling
	UNKNOWN_EVENT: { status: 400, message: 'There is no such message.' },
	WRONG_STATE: { status: 409, message: 'This is not possible at this point of the call.' },
	NOT_ADMITTED: { status: 403, message: 'You have not been admitted to the call yet.' },
	CALL_ENDED: { status: 410, message: 'This call has ended.' },
	ROOM_FULL: { status: 409, message: 'This call is full.' },
	REPLACED: { status: 409, message: 'You are in this call elsewhere.' },
	PEER_NOT_FOUND: { status: 404, message: 'That person is no longer in the call.' },
	KEYS_MISSING: { status: 409, message: 'The devices are still agreeing on keys. Try again in a moment.' },
	MEDIA_FAILED: { status: 500, message: 'The media server could not do this. Reconnecting.' },
} as const satisfies Record<string, { status: number; message: string }>;

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
	/** For RATE_LIMITED: how long to wait, in milliseconds. */
	retryAfterMs: z.number().int().nonnegative().optional(),
	/** For INTERNAL: what to quote to support; the log line has the same. */
	correlationId: z.string().optional(),
});
export type ErrorBody = z.infer<typeof errorSchema>;

type ErrorDetails = Omit<ErrorBody, 'code' | 'message'>;

/** The one error that Samtal's own code throws. `message` defaults to the table's sentence. */
export class SamtalError extends Error {
	override readonly name = 'SamtalError';
	readonly code: ErrorCode;
	readonly details: ErrorDetails;

	constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
		super(errorTable[code].message, options);
		this.code = code;
		this.details = details;
	}

	/** HTTP status of this error. */
	get status(): number {
		return errorTable[this.code].status;
	}

	toBody(): ErrorBody {
		return { code: this.code, message: this.message, ...this.details };
	}

	static fromBody({ code, message: _, ...details }: ErrorBody): SamtalError {
		return new SamtalError(code, details);
	}
}
