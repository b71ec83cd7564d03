import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelAppointment, createAppointment } from '../../../shared/contract/appointments.ts';
import { htmlOf } from '../../adapters/mail/letter.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';
import { readOutbox } from '../../testing/outbox.ts';

let backend: TestBackend;
beforeAll(async () => {
	backend = await startTestBackend();
});
afterAll(() => backend.close());

const mailsTo = (to: string) => readOutbox(backend.origin, to);

async function bookFor(client: { name: string; email: string; locale: 'en' | 'is' | 'pl' | 'de' }) {
	const { clinicId, serviceId } = await createClinic(backend.db, 'Europe/Warsaw');
	const { browser } = await signedIn(backend, clinicId);
	const body = { client, serviceId, startsAt: '2026-06-09T12:00:00Z' };
	return { browser, visit: await browser.call(createAppointment, { body }) };
}

test('the confirmation has the join link and a calendar file, and is sent', async () => {
	const { visit } = await bookFor({ name: 'Emma Demo', email: 'emma@example.com', locale: 'en' });
	const [mail] = await mailsTo('emma@example.com');
	expect(mail?.text).toContain(visit.attendees[0]?.joinLink);
	expect(mail?.text).toContain('Tuesday, June 9, 2026');
	expect(mail?.text).toContain('2:00');
	expect(mail?.text).toContain('Central European Summer Time');
	const file = mail?.attachments[0];
	expect(file?.contentType).toBe('text/calendar; charset=utf-8; method=REQUEST');
	const content = file?.content.replaceAll('\r\n ', '') ?? '';
	expect(content).toContain('METHOD:REQUEST');
	expect(content).toContain(`UID:${visit.id}@samtal`);
	expect(content).toContain('DTSTART:20260609T120000Z');
	expect(content).toContain('DTEND:20260609T125000Z');
	await expect.poll(async () => (await mailsTo('emma@example.com'))[0]?.status, { timeout: 15_000 }).toBe('SENT');
});

test('a cancellation takes the same entry out of the calendar', async () => {
	const { browser, visit } = await bookFor({ name: 'Oliver Demo', email: 'oliver@example.com', locale: 'en' });
	backend.clock.pass(1_000);
	await browser.call(cancelAppointment, { params: { appointmentId: visit.id } });
	const [newest] = await mailsTo('oliver@example.com');
	expect(newest?.subject).toBe('Your visit on Tuesday, June 9, 2026 is cancelled');
	const content = newest?.attachments[0]?.content ?? '';
	expect(content).toContain('METHOD:CANCEL');
	expect(content).toContain(`UID:${visit.id}@samtal`);
	expect(content).toContain('SEQUENCE:1');
});

test.each([
	['is', 'Tíminn þinn', 'þriðjudagur, 9. júní 2026', '14:00'],
	['pl', 'Wizyta', 'wtorek, 9 czerwca 2026', '14:00'],
	['de', 'Ihr Termin', 'Dienstag, 9. Juni 2026', '14:00'],
] as const)('the client reads it in their own language: %s', async (locale, subject, date, time) => {
	await bookFor({ name: 'Client', email: `${locale}@example.com`, locale });
	const [mail] = await mailsTo(`${locale}@example.com`);
	expect(mail?.subject).toContain(subject);
	expect(mail?.text).toContain(date);
	expect(mail?.text).toContain(time);
	expect(mail?.text).not.toContain('{{');
});

test('a name is text, in the mail and on the outbox page', async () => {
	await bookFor({ name: '<img src=x onerror=alert(1)>', email: 'evil@example.com', locale: 'en' });
	const [mail] = await mailsTo('evil@example.com');
	expect(mail && htmlOf(mail)).not.toContain('<img');
	const page = await (await fetch(`${backend.origin}/dev/outbox?to=evil@example.com`)).text();
	expect(page).toContain('evil@example.com');
	expect(page).not.toContain('<img');
});
