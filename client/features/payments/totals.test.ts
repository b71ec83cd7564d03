import { expect, it } from 'vitest';
import type { Payment, PaymentStatus } from '../../../shared/contract/payments.ts';
import { totalsOf } from './totals.ts';

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

it('sums what came and what is still open, by currency; what was withdrawn or went back counts for nothing', () => {
	const payments = [
		payment('RECEIVED', 8500),
		{ ...payment('RECEIVED', 2000), refundedMinor: 500 },
		{ ...payment('RECEIVED', 300), refundedMinor: 300 },
		payment('REQUESTED', 4000),
		payment('FAILED', 500),
		payment('CANCELLED', 9999),
		payment('PAYING', 2000, 'EUR'),
	];
	expect(totalsOf(payments)).toEqual([
		{ currency: 'ISK', receivedMinor: 10_000, openMinor: 4500 },
		{ currency: 'EUR', receivedMinor: 0, openMinor: 2000 },
	]);
	expect(totalsOf([])).toEqual([]);
});
