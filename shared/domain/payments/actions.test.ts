import { describe, expect, it } from 'vitest';
import type { PaymentStatus } from '../../contract/payments.ts';
import { giveUpCharge, startPaying, withdraw } from './actions.ts';

const inStatus = (status: PaymentStatus) => ({
	status,
	failureCode: status === 'FAILED' ? 'card_declined' : null,
	card: null,
	receivedAt: null,
	lastEventAt: 1000,
});

describe('what people may do with a payment', () => {
	it.each<PaymentStatus>(['REQUESTED', 'PAYING', 'FAILED'])('can be paid and withdrawn while %s', (status) => {
		expect(startPaying(inStatus(status))).toEqual({ ...inStatus('PAYING') });
		expect(withdraw(inStatus(status))).toEqual({ ...inStatus('CANCELLED') });
	});

	it('is paid once', () => {
		expect(() => startPaying(inStatus('RECEIVED'))).toThrow(
			expect.objectContaining({ code: 'PAYMENT_ALREADY_RECEIVED' }),
		);
		expect(() => withdraw(inStatus('RECEIVED'))).toThrow(expect.objectContaining({ code: 'PAYMENT_ALREADY_RECEIVED' }));
	});

	it('a charge that cannot be carried out is left for the payer, unless something else became of it', () => {
		expect(giveUpCharge(inStatus('PAYING'), 'card_removed')).toMatchObject({
			...{ status: 'FAILED', failureCode: 'card_removed' },
		});
		expect(giveUpCharge(inStatus('RECEIVED'), 'card_removed')).toEqual(inStatus('RECEIVED'));
	});

	it('is not paid after it was withdrawn; withdrawing again changes nothing', () => {
		expect(() => startPaying(inStatus('CANCELLED'))).toThrow(expect.objectContaining({ code: 'PAYMENT_WITHDRAWN' }));
		expect(withdraw(inStatus('CANCELLED')).status).toBe('CANCELLED');
	});
});
