import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { billingDetails, updateBillingDetails } from '../../../../shared/contract/clinic.ts';
import * as contract from '../../../../shared/contract/invoices.ts';
import { createTranslate } from '../../../adapters/i18n.ts';
import { startTestBackend, type TestBackend } from '../../../testing/backend.ts';
import { filesOf } from '../../../adapters/mail/attachments.ts';
import { createClinic, signedIn } from '../../../testing/clinic.ts';
import { pagesOf } from '../../../testing/pdf.ts';
import { createAttachInvoice } from './attach.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

test('an invoice goes by mail as paper that keeps what it said, in its client’s language', async () => {
	const { clinicId, clientId } = await createClinic(backend.db);
	const { browser } = await signedIn(backend, clinicId, 'MANAGER');
	const details = (bankAccount: string) =>
		browser.call(updateBillingDetails, { body: billingDetails.parse({ legalName: 'Łódź Größe Þórðar', bankAccount }) });
	await details('IS14 0159 2600');
	const line = { description: 'Viðtal', quantity: 2, unitMinor: 1_000, vatBasisPoints: 2400 };
	const lines = Array.from({ length: 60 }, () => line);
	const { id: invoiceId } = await browser.call(contract.createInvoice, {
		body: { id: randomUUID(), clientId, visits: [], lines },
	});
	const file = async (route: typeof contract.creditNotePdf | typeof contract.invoicePdf) => {
		const answer = await browser.send(route, { params: { invoiceId } });
		return { answer, pages: answer.ok ? await pagesOf(await answer.bytes()) : [] };
	};
	const draft = await file(contract.invoicePdf);
	expect(draft.pages[0]).toContain('Drög');
	expect(draft.pages[0]).not.toContain('2026-0001');
	expect((await file(contract.creditNotePdf)).answer.status).toBe(404);

	await browser.call(contract.sendInvoice, { params: { invoiceId }, body: { daysToPay: 14 } });
	await details('elsewhere');
	const { answer, pages } = await file(contract.invoicePdf);
	expect(answer.headers.get('content-type')).toBe('application/pdf');
	expect(answer.headers.get('content-disposition')).toContain('2026-0001.pdf');
	expect(pages.length).toBeGreaterThan(1);
	for (const page of pages.slice(0, -1)) expect(page).toContain('Lýsing');
	const whole = pages.join(' ');
	expect(whole.match(/Viðtal/g)).toHaveLength(60);
	for (const words of ['Reikningur 2026-0001', 'Łódź Größe Þórðar', '120.000', '23.226', '96.774', '16. mars 2026']) {
		expect(whole).toContain(words);
	}
	expect(whole).toContain('IS14 0159 2600');
	expect(whole).not.toMatch(/invoice\.|elsewhere|\{\{/);

	const mail = await backend.db.message.findFirstOrThrow({ where: { clinicId } });
	expect(mail).toMatchObject({ to: 'jon@example.com', subject: 'Reikningur 2026-0001 frá Clinic' });
	const attachInvoice = createAttachInvoice({
		...{ db: backend.db, translate: createTranslate() },
		ambient: { now: backend.clock.now, newId: randomUUID },
	});
	const [attached] = await filesOf(mail.attachments, (wanted) =>
		attachInvoice('invoiceId' in wanted ? wanted.invoiceId : ''),
	);
	expect(attached?.filename).toBe('2026-0001.pdf');
	expect((await pagesOf(Buffer.from(attached?.content ?? '', 'base64'))).join(' ')).toContain('IS14 0159 2600');

	// Sent again, to the address of today; of two who do so at once, one.
	await backend.db.client.update({ where: { id: clientId }, data: { email: 'jon@example.org' } });
	const again = (kind: 'INVOICE' | 'REMINDER', number: number) =>
		browser.call(contract.mailInvoice, { params: { invoiceId }, body: { kind, number } });
	const tries = await Promise.allSettled([again('INVOICE', 2), again('INVOICE', 2)]);
	expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	expect((await again('REMINDER', 3)).mails).toMatchObject([
		{ number: 1, kind: 'INVOICE', to: 'jon@example.com' },
		{ number: 2, kind: 'INVOICE', to: 'jon@example.org' },
		{ number: 3, kind: 'REMINDER', to: 'jon@example.org' },
	]);
	const reminder = await backend.db.message.findFirstOrThrow({ where: { clinicId, invoiceMail: { number: 3 } } });
	expect(reminder).toMatchObject({
		subject: 'Áminning: reikningur 2026-0001 frá Clinic',
		attachments: [{ invoiceId }],
	});
	expect(reminder.text).toContain('Gjalddagi var 16. mars 2026.');
	expect(await backend.db.message.count({ where: { clinicId } })).toBe(3);

	await browser.call(contract.voidInvoice, { params: { invoiceId }, body: { reason: 'Rangt' } });
	await expect(again('INVOICE', 4)).rejects.toMatchObject({ code: 'CONFLICT' });
	expect((await file(contract.creditNotePdf)).pages.join(' ')).toMatch(/Kreditreikningur 2026-0001.*Rangt/);
});
