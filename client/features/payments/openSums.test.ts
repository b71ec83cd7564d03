import { expect, it } from 'vitest';
import type { Payment, PaymentStatus } from '../../../shared/contract/payments.ts';
import { openSums } from './openSums.ts';

const payment = (status: PaymentStatus, amountMinor: number, currency = 'ISK'): Payment => ({
	id: `${status} ${amountMinor}`,
	appointmentId: 'visit',
	professionalId: 'professional',
	payer: { attendeeId: 'attendee', clientId: 'client', name: 'Jón Demo' },
	method: 'CARD' as const,
	amountMinor,
	currency,
	description: 'Session',
	status,
	failureCode: null,
	receiptEmail: null,
	card: null,
	requestedAt: '2026-03-01T14:00:00Z',
	receivedAt: null,
	refundedMinor: 0,
	refunds: [],
});

it('sums what is still open, by currency; what came or was withdrawn counts for nothing', () => {
	const payments = [
		payment('RECEIVED', 8500),
		{ ...payment('RECEIVED', 2000), refundedMinor: 500 },
		{ ...payment('RECEIVED', 300), refundedMinor: 300 },
		payment('REQUESTED', 4000),
		payment('FAILED', 500),
		payment('CANCELLED', 9999),
		payment('PAYING', 2000, 'EUR'),
	];
	expect(openSums(payments)).toEqual([
		{ currency: 'ISK', amountMinor: 4500 },
		{ currency: 'EUR', amountMinor: 2000 },
	]);
	expect(openSums([])).toEqual([]);
});
