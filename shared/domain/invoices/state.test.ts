import { expect, test } from 'vitest';
import { invoiceState } from './state.ts';

test('a sent invoice is overdue from the day after it was due, and no other is', () => {
	expect(invoiceState('SENT', '2026-03-10', '2026-03-10')).toBe('SENT');
	expect(invoiceState('SENT', '2026-03-10', '2026-03-11')).toBe('OVERDUE');
	expect(invoiceState('PAID', '2026-03-10', '2026-03-11')).toBe('PAID');
	expect(invoiceState('VOID', '2026-03-10', '2026-03-11')).toBe('VOID');
	expect(invoiceState('DRAFT', null, '2026-03-11')).toBe('DRAFT');
});
