import { SamtalError } from '../../contract/errors.ts';
import type { PaymentState } from './events.ts';

/**
 * The state once the attendee opens the card form, for the first time or after a card was declined. The provider's
 * events alone move `lastEventAt`, since its clock is not ours.
 * @throws SamtalError `PAYMENT_ALREADY_RECEIVED`, `PAYMENT_WITHDRAWN`.
 */
export function startPaying(state: PaymentState): PaymentState {
	if (state.status === 'RECEIVED') throw new SamtalError('PAYMENT_ALREADY_RECEIVED');
	if (state.status === 'CANCELLED') throw new SamtalError('PAYMENT_WITHDRAWN');
	return { ...state, status: 'PAYING', failureCode: null };
}

/** The state of a charge that cannot be carried out: the payer can still pay by themselves. */
export const giveUpCharge = (state: PaymentState, failureCode: 'card_removed' | 'not_reached'): PaymentState =>
	state.status === 'PAYING' ? { ...state, status: 'FAILED', failureCode } : state;

/** The state once the professional takes the request back. @throws SamtalError `PAYMENT_ALREADY_RECEIVED`. */
export function withdraw(state: PaymentState): PaymentState {
	if (state.status === 'RECEIVED') throw new SamtalError('PAYMENT_ALREADY_RECEIVED');
	return { ...state, status: 'CANCELLED', failureCode: null };
}
