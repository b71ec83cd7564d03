import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listActivities } from '../../../shared/contract/activities.ts';
import { getAppointment } from '../../../shared/contract/appointments.ts';
import { readCalendar } from '../../../shared/contract/calendar.ts';
import * as contract from '../../../shared/contract/invoices.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createScene } from './testing/scene.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

async function giveBack(invoiceId: string, amountMinor: number) {
	const { id: paymentId, clinicId } = await backend.db.payment.findFirstOrThrow({ where: { invoiceId } });
	const facts = { id: randomUUID(), reason: '', status: 'SUCCEEDED' as const, requestedAt: new Date(0) };
	await backend.db.refund.create({ data: { ...facts, paymentId, clinicId, amountMinor } });
}

test('a visit knows its invoice, and is paid while that is', async () => {
	const { browser, draft, send, visit, memberId: createdById } = await createScene(backend);
	const attendeeId = await visit('2026-03-04T10:00:00Z');
	const { appointmentId } = await backend.db.attendee.findUniqueOrThrow({ where: { id: attendeeId } });
	const { id } = await draft([attendeeId]);
	const params = { invoiceId: id };
	/** As the visit, the list and the calendar have it, which must be alike. */
	const seen = async () => {
		const one = await browser.call(getAppointment, { params: { appointmentId } });
		const { activities } = await browser.call(listActivities, { query: {} });
		const period = { from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' };
		const { visits } = await browser.call(readCalendar, { query: period });
		const invoice = one.attendees[0]?.invoice ?? null;
		const receivedMinor = one.attendees[0]?.receivedMinor ?? Number.NaN;
		expect(activities).toMatchObject([{ receivedMinor, attendees: [{ invoice }] }]);
		expect(visits).toMatchObject([{ receivedMinor }]);
		expect(one).toMatchObject({ receivedMinor });
		return { number: invoice?.number, receivedMinor, invoice };
	};
	expect(await seen()).toMatchObject({ receivedMinor: 0, invoice: { id, number: null, createdById } });
	await send(id);
	expect(await seen()).toMatchObject({ receivedMinor: 0, number: '2026-0001' });
	await browser.call(contract.payInvoice, { params, body: { method: 'CASH' } });
	expect(await seen()).toMatchObject({ receivedMinor: 19_500, number: '2026-0001' });
	expect((await browser.call(listActivities, { query: { paid: 'paid' } })).total).toBe(1);
	// Half of the invoice, which has another line.
	await giveBack(id, 10_750);
	expect(await seen()).toMatchObject({ receivedMinor: 9_750 });
	expect((await browser.call(listActivities, { query: { paid: 'partly' } })).total).toBe(1);
	await browser.call(contract.voidInvoice, { params, body: { reason: 'Wrong' } });
	expect(await seen()).toMatchObject({ receivedMinor: 0, invoice: null });
	expect((await browser.call(listActivities, { query: { paid: 'unpaid' } })).total).toBe(1);
});
