import type { PaymentStatus } from '../../contract/payments.ts';

export interface Card {
	brand: string;
	last4: string;
}

/** The card that paid, and how it is charged again where its holder let it be kept. */
export interface PaidCard extends Card {
	kept: { customerId: string; methodId: string; expMonth: number; expYear: number } | null;
}

/** What a payment is, as far as its life is concerned. Times are milliseconds since 1970. */
export interface PaymentState {
	readonly status: PaymentStatus;
	readonly failureCode: string | null;
	readonly card: Card | null;
	readonly receivedAt: number | null;
	/** When the newest event that was applied happened. */
	readonly lastEventAt: number | null;
}

/** What the payment provider tells about one payment; `at` is the provider's clock, in whole seconds. */
export type PaymentEvent =
	| { readonly type: 'processing'; readonly at: number }
	| { readonly type: 'failed'; readonly at: number; readonly failureCode: string }
	| { readonly type: 'cancelled'; readonly at: number }
	| { readonly type: 'received'; readonly at: number; readonly card: PaidCard | null };

/**
 * The state after `event`. Events come late, repeated and in any order, and the end must be the same: money that
 * arrived beats everything, a cancellation beats every try, and of two tries the later one counts.
 * Returns `state` itself when the event changes nothing.
 */
export function applyPaymentEvent(state: PaymentState, event: PaymentEvent): PaymentState {
	if (state.status === 'RECEIVED') return state;
	if (event.type === 'received') {
		const card = event.card && { brand: event.card.brand, last4: event.card.last4 };
		return { status: 'RECEIVED', failureCode: null, card, receivedAt: event.at, lastEventAt: event.at };
	}
	if (state.status === 'CANCELLED') return state;
	if (event.type === 'cancelled') return { ...state, status: 'CANCELLED', failureCode: null, lastEventAt: event.at };
	if (!isNewer(state, event)) return state;
	return event.type === 'failed'
		? { ...state, status: 'FAILED', failureCode: event.failureCode, lastEventAt: event.at }
		: { ...state, status: 'PAYING', failureCode: null, lastEventAt: event.at };
}

type Try = Extract<PaymentEvent, { type: 'processing' | 'failed' }>;

/** Within one second a failure follows the try that it ends; two failures are put in order by their code. */
function isNewer(state: PaymentState, event: Try): boolean {
	if (state.lastEventAt === null || event.at !== state.lastEventAt) return event.at > (state.lastEventAt ?? -1);
	return event.type === 'failed' && event.failureCode > (state.failureCode ?? '');
}
