import { describe, expect, it } from 'vitest';
import type { Payment } from '../../../../shared/contract/payments.ts';
import { changedPayments, declineReason, firstOpen } from './payments.ts';

const request = (
	id: string,
	status: Payment['status'],
	minute: number,
	failureCode: string | null = null,
): Payment => ({
	id,
	appointmentId: 'visit',
	professionalId: 'professional',
	payer: { attendeeId: 'attendee', clientId: 'client', name: 'Jón Demo' },
	method: 'CARD' as const,
	amountMinor: 8500,
	currency: 'ISK',
	description: 'Session',
	status,
	failureCode,
	receiptEmail: null,
	hosted: false,
	card: null,
	requestedAt: `2026-03-01T14:0${minute}:00Z`,
	receivedAt: null,
	refundedMinor: 0,
	refunds: [],
	disputes: [],
	kind: null,
});

describe('firstOpen', () => {
	it('asks for the oldest that can still be paid, a declined one included', () => {
		const list = [
			request('new', 'REQUESTED', 3),
			request('declined', 'FAILED', 2),
			request('paid', 'RECEIVED', 1),
			request('withdrawn', 'CANCELLED', 0),
		];
		expect(firstOpen(list)?.id).toBe('declined');
		expect(firstOpen(list.slice(2))).toBeNull();
	});
});

describe('changedPayments', () => {
	it('tells of changes, a second decline for another reason too, but not of new requests', () => {
		const before = [request('a', 'PAYING', 0), request('b', 'FAILED', 1, 'expired_card'), request('c', 'PAYING', 2)];
		const after = [
			request('a', 'RECEIVED', 0),
			request('b', 'FAILED', 1, 'insufficient_funds'),
			request('c', 'PAYING', 2),
			request('d', 'REQUESTED', 3),
		];
		expect(changedPayments(before, after).map(({ id }) => id)).toEqual(['a', 'b']);
	});
});

describe('declineReason', () => {
	it('explains what the payer can mend, and calls the rest a decline', () => {
		expect(['expired_card', 'payment_intent_authentication_failure', 'stolen_card', null].map(declineReason)).toEqual([
			'expired_card',
			'authentication_required',
			'card_declined',
			'card_declined',
		]);
	});
});
