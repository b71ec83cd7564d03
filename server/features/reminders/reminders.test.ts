import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelAppointment, createAppointment } from '../../../shared/contract/appointments.ts';
import { refresh } from '../../../shared/contract/session.ts';
import * as contract from '../../../shared/contract/reminders.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import type { TestBrowser } from '../../testing/browser.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

const hour = 3_600_000;
const byMail = {
	...{ channel: 'EMAIL' as const, hoursBefore: 24, subject: '{service}: {date}', enabled: true },
	text: 'Hello {client},\n\n{date}, {time}, {professional}, {place}\n\n{link}\n\n{clinic}',
};
const bySms = { channel: 'SMS' as const, hoursBefore: 2, subject: '', text: '{clinic}: {time}. {link}', enabled: true };

let backend: TestBackend;
let own: Awaited<ReturnType<typeof createClinic>>;
let manager: TestBrowser;
beforeAll(async () => {
	backend = await startTestBackend({ startAt: '2026-03-02T10:00:00Z' });
});
afterAll(() => backend.close());
beforeEach(async () => {
	own = await createClinic(backend.db);
	({ browser: manager } = await signedIn(backend, own.clinicId, 'MANAGER'));
});

const add = (body: contract.ReminderInput) => manager.call(contract.createReminderRule, { body });
const enableSms = () => manager.call(contract.updateReminderSettings, { body: { smsEnabled: true } });
/** In hours from now. */
const book = (ahead: number) =>
	manager.call(createAppointment, {
		body: {
			...{ client: { id: own.clientId }, serviceId: own.serviceId },
			startsAt: new Date(backend.clock.now().getTime() + ahead * hour).toISOString(),
		},
	});
const pass = async (hours: number) => {
	backend.clock.pass(hours * hour);
	await backend.sweepReminders();
	await manager.call(refresh, {});
};
const messages = async () =>
	(await backend.db.reminder.findMany({ where: { clinicId: own.clinicId }, include: { message: true } })).map(
		({ message }) => message,
	);
const move = (id: string, by: number) =>
	backend.db.$executeRaw`UPDATE "Appointment" SET "startsAt" = "startsAt" + make_interval(hours => ${by}::int),
		"endsAt" = "endsAt" + make_interval(hours => ${by}::int) WHERE "id" = ${id}::uuid`;
const statesOf = async (appointmentId: string) =>
	(await manager.call(contract.listVisitReminders, { params: { appointmentId } })).reminders.map(
		({ channel, state }) => `${channel} ${state}`,
	);

test('each rule reminds once, at its hour, in the words of the clinic and the language of the client', async () => {
	await enableSms();
	await add(byMail);
	await add(bySms);
	const visit = await book(48);
	await pass(23);
	expect(await messages()).toEqual([]);
	await pass(1);
	await pass(0);
	await Promise.all([backend.sweepReminders(), backend.sweepReminders()]);
	const [mail, ...others] = await messages();
	expect(others).toEqual([]);
	expect(mail).toMatchObject({ channel: 'EMAIL', to: 'jon@example.com', subject: 'Session: miðvikudagur, 4. mars' });
	expect(mail?.text).toContain('miðvikudagur, 4. mars, 10:00, Anna Demo, Video\n\nFara');
	expect(mail?.text).toContain(visit.attendees[0]?.joinLink);
	await pass(22);
	await pass(1);
	expect((await messages()).map((message) => message?.channel)).toEqual(['EMAIL', 'SMS']);
	const sms = (await messages()).find((message) => message?.channel === 'SMS');
	expect(sms).toMatchObject({ to: '+3545550101', subject: '', buttons: [] });
	expect(sms?.text).toMatch(/^Clinic: 10:00\. http/);
	await expect.poll(() => statesOf(visit.id), { timeout: 10_000 }).toEqual(['EMAIL SENT', 'SMS SENT']);
});

test('a client elsewhere reads their own time, with its zone, and the way to cancel', async () => {
	await backend.db.client.update({ where: { id: own.clientId }, data: { timeZone: 'Europe/Warsaw' } });
	await add({ ...byMail, text: '{date}, {time}\n\n{cancelLink}' });
	const visit = await book(48);
	await pass(25);
	const [mail] = await messages();
	// The clinic's clock is that of UTC.
	const theirs = Temporal.Instant.from(visit.startsAt).toZonedDateTimeISO('Europe/Warsaw').toPlainTime();
	expect(mail?.text).toContain(`, ${theirs.toString({ smallestUnit: 'minute' })} (GMT+1)`);
	const { hash } = new URL(visit.attendees[0]?.joinLink ?? '');
	expect(mail?.text).toContain(`${backend.origin}/join?change${hash}`);
});

test('a visit that moves is reminded of at its new time, once', async () => {
	await add(byMail);
	const visit = await book(48);
	await move(visit.id, 24);
	await pass(24);
	expect(await messages()).toEqual([]);
	await pass(24);
	expect(await messages()).toHaveLength(1);
	// Told already, and then put off by two days: told of the new time as well.
	await move(visit.id, 48);
	await pass(24);
	expect(await messages()).toHaveLength(1);
	await pass(24);
	await pass(1);
	expect(await messages()).toHaveLength(2);
});

test('a visit that is cancelled is not reminded of, nor an attendee who does not come', async () => {
	await add(byMail);
	const [cancelled, without] = [await book(48), await book(50)];
	await manager.call(cancelAppointment, { params: { appointmentId: cancelled.id } });
	await backend.db.attendee.updateMany({
		where: { appointmentId: without.id },
		data: { cancelledAt: backend.clock.now() },
	});
	await pass(30);
	expect(await messages()).toEqual([]);
});

test('what waits for its mail server is withdrawn when the visit is cancelled or moves', async () => {
	await add(byMail);
	const [cancelled, moved, kept] = [await book(48), await book(50), await book(52)];
	await pass(30);
	for (const { id } of [cancelled, moved, kept]) {
		await expect.poll(() => statesOf(id), { timeout: 10_000 }).toEqual(['EMAIL SENT']);
	}
	await backend.db.message.updateMany({ where: { subject: { startsWith: 'Session:' } }, data: { status: 'QUEUED' } });
	await manager.call(cancelAppointment, { params: { appointmentId: cancelled.id } });
	await move(moved.id, 400);
	await pass(0);
	const states = [await statesOf(cancelled.id), await statesOf(moved.id), await statesOf(kept.id)];
	expect(states).toEqual([['EMAIL WITHDRAWN'], ['EMAIL WITHDRAWN'], ['EMAIL QUEUED']]);
});

test('whoever books within the notice is not reminded of what was just confirmed', async () => {
	await add(byMail);
	await book(23);
	await pass(1);
	expect(await messages()).toEqual([]);
});

test('a rule that is new, on again or earlier has no past', async () => {
	await book(30);
	await pass(10);
	const rule = await add(byMail);
	await pass(0);
	expect(await messages()).toEqual([]);
	await book(48);
	const change = (body: contract.ReminderInput) =>
		manager.call(contract.updateReminderRule, { params: { ruleId: rule.id }, body });
	await change({ ...byMail, enabled: false });
	await pass(25);
	await change(byMail);
	await pass(0);
	expect(await messages()).toEqual([]);
});

test('a server that was away reminds late, but never after the visit has begun', async () => {
	await add(byMail);
	await book(48);
	const missed = await book(50);
	await pass(49);
	expect(await messages()).toHaveLength(1);
	expect(await statesOf(missed.id)).toHaveLength(1);
});

test('nothing leaves in quiet hours, on the night that clocks change either', async () => {
	// On 29 March 2026 Warsaw's clocks go from 02:00 to 03:00: 08:00 is 06:00 in UTC, one hour earlier than the day before.
	backend.clock.pass(Date.parse('2026-03-28T12:00:00Z') - backend.clock.now().getTime());
	const clinic = await createClinic(backend.db, 'Europe/Warsaw');
	({ browser: manager } = await signedIn(backend, clinic.clinicId, 'MANAGER'));
	own = clinic;
	await manager.call(contract.updateReminderSettings, { body: { quietHours: { from: 22 * 60, until: 8 * 60 } } });
	await add({ ...byMail, hoursBefore: 2 });
	await book(19.5);
	const at = (instant: string) => pass((Date.parse(instant) - backend.clock.now().getTime()) / hour);
	await at('2026-03-29T05:30:00Z');
	await at('2026-03-29T05:59:00Z');
	expect(await messages()).toEqual([]);
	await at('2026-03-29T06:00:00Z');
	expect(await messages()).toHaveLength(1);
});

test('somebody without a number gets no SMS, and the visit says so', async () => {
	await enableSms();
	await add(bySms);
	await backend.db.client.update({ where: { id: own.clientId }, data: { phone: '555 0101' } });
	const visit = await book(10);
	await pass(8);
	await pass(0);
	expect(await statesOf(visit.id)).toEqual(['SMS NO_ADDRESS']);
	expect(await messages()).toEqual([null]);
});

test('rules by SMS are not on where nothing can send them, and do not send while the add-on is off', async () => {
	await expect(add(bySms)).rejects.toMatchObject({ code: 'NO_SMS' });
	await enableSms();
	await add(bySms);
	await book(10);
	await manager.call(contract.updateReminderSettings, { body: { smsEnabled: false } });
	await pass(9);
	expect(await messages()).toEqual([]);

	const without = await startTestBackend({ smsAvailable: false });
	const { clinicId } = await createClinic(without.db);
	const { browser } = await signedIn(without, clinicId, 'MANAGER');
	const switchOn = browser.call(contract.updateReminderSettings, { body: { smsEnabled: true } });
	await expect(switchOn).rejects.toMatchObject({ code: 'NO_SMS' });
	expect(await browser.call(contract.getReminderSettings, {})).toMatchObject({
		smsAvailable: false,
		smsEnabled: false,
	});
	await without.close();
});

test('the preview shows the next real visit and when it leaves', async () => {
	expect(await manager.call(contract.previewReminder, { body: bySms })).toEqual({ preview: null });
	const { startsAt } = await book(30);
	await book(60);
	const { preview } = await manager.call(contract.previewReminder, { body: bySms });
	expect(preview).toMatchObject({ clientName: 'Jón Demo', locale: 'is', startsAt, to: '+3545550101' });
	expect(Date.parse(startsAt) - Date.parse(preview?.leavesAt ?? '')).toBe(2 * hour);
	expect(preview?.text).toMatch(/^Clinic: \d\d:\d\d\. http/);
	const unknown = manager.call(contract.previewReminder, { body: { ...bySms, text: '{nobody}' } });
	await expect(unknown).rejects.toMatchObject({ code: 'VALIDATION' });
});

test('they are for managers of the own clinic', async () => {
	const rule = await add(byMail);
	const { browser: professional } = await signedIn(backend, own.clinicId);
	const { clinicId: elsewhere } = await createClinic(backend.db);
	const { browser: stranger } = await signedIn(backend, elsewhere, 'MANAGER');
	const params = { ruleId: rule.id };
	for (const [browser, code] of [
		[professional, 'FORBIDDEN'],
		[stranger, 'NOT_FOUND'],
	] as const) {
		await expect(browser.call(contract.deleteReminderRule, { params })).rejects.toMatchObject({ code });
		await expect(browser.call(contract.updateReminderRule, { params, body: byMail })).rejects.toMatchObject({ code });
	}
	await expect(professional.call(contract.getReminderSettings, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
	await manager.call(contract.deleteReminderRule, { params });
	expect(await manager.call(contract.getReminderSettings, {})).toMatchObject({ rules: [] });
});
