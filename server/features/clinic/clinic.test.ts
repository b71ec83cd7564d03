import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppointment, getAppointment } from '../../../shared/contract/appointments.ts';
import { me } from '../../../shared/contract/auth.ts';
import {
	getClinicSettings,
	getFeeRules,
	updateClinicSettings,
	updateFeeRules,
} from '../../../shared/contract/clinic.ts';
import { memberTicket } from '../../../shared/contract/join.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { createClinic, signedIn } from '../../testing/clinic.ts';

let withRelay: TestBackend;
let without: TestBackend;
beforeAll(async () => {
	[withRelay, without] = await Promise.all([startTestBackend({ relayAvailable: true }), startTestBackend()]);
});
afterAll(() => Promise.all([withRelay.close(), without.close()]));

/** Of every clinic to begin with. */
const region = { timeZone: 'Atlantic/Reykjavik', locale: 'en', currency: 'ISK' };
const relayOnly = (on: boolean) => ({ body: { relayOnly: on } });

test('a manager hides addresses in the calls of their own clinic, and of no other', async () => {
	const [own, other] = [await createClinic(withRelay.db), await createClinic(withRelay.db)];
	const { browser: manager } = await signedIn(withRelay, own.clinicId, 'MANAGER');
	const { browser: professional } = await signedIn(withRelay, own.clinicId);
	const { browser: stranger } = await signedIn(withRelay, other.clinicId);
	const visit = await professional.call(createAppointment, {
		body: { client: { id: own.clientId }, serviceId: own.serviceId, startsAt: '2026-03-04T10:00:00Z' },
	});
	const claims = async () => {
		const { ticket } = await professional.call(memberTicket, { params: { appointmentId: visit.id } });
		return withRelay.tokens.verify('call', ticket);
	};
	expect(await claims()).toMatchObject({ relayOnly: false });
	expect(await manager.call(updateClinicSettings, relayOnly(true))).toEqual({
		...region,
		relayOnly: true,
		relayAvailable: true,
	});
	expect(await professional.call(getClinicSettings, {})).toMatchObject({ relayOnly: true });
	expect(await stranger.call(getClinicSettings, {})).toMatchObject({ relayOnly: false });
	expect(await claims()).toMatchObject({ relayOnly: true });
});

test('a professional does not decide it', async () => {
	const { clinicId } = await createClinic(withRelay.db);
	const { browser } = await signedIn(withRelay, clinicId);
	await expect(browser.call(updateClinicSettings, relayOnly(true))).rejects.toMatchObject({ code: 'FORBIDDEN' });
	expect(await browser.call(getClinicSettings, {})).toMatchObject({ relayOnly: false });
});

test('without a TURN server it can be switched off, not on', async () => {
	const { clinicId } = await createClinic(without.db);
	const { browser } = await signedIn(without, clinicId, 'MANAGER');
	await expect(browser.call(updateClinicSettings, relayOnly(true))).rejects.toMatchObject({ code: 'NO_RELAY' });
	await without.db.clinic.update({ where: { id: clinicId }, data: { relayOnly: true } });
	expect(await browser.call(getClinicSettings, {})).toEqual({ ...region, relayOnly: true, relayAvailable: false });
	expect(await browser.call(updateClinicSettings, relayOnly(false))).toMatchObject({ relayOnly: false });
});

test('a manager decides about clock, language and currency of their own clinic; what is booked and sold stays', async () => {
	const [own, other] = [await createClinic(without.db), await createClinic(without.db)];
	const { browser: manager } = await signedIn(without, own.clinicId, 'MANAGER');
	const { browser: professional } = await signedIn(without, own.clinicId);
	const { browser: stranger } = await signedIn(without, other.clinicId);
	const before = await stranger.call(getClinicSettings, {});
	const body = { client: { id: own.clientId }, serviceId: own.serviceId, startsAt: '2026-03-04T10:00:00Z' };
	const { id } = await professional.call(createAppointment, { body });
	const settings = { timeZone: 'Australia/Sydney', locale: 'de', currency: 'AUD' } as const;
	await expect(professional.call(updateClinicSettings, { body: settings })).rejects.toMatchObject({
		code: 'FORBIDDEN',
	});
	for (const [name, value] of Object.entries(settings))
		expect(await manager.call(updateClinicSettings, { body: { [name]: value } })).toMatchObject({ [name]: value });
	expect(await professional.call(getClinicSettings, {})).toMatchObject({ ...settings, relayOnly: false });
	const { clinic } = await professional.call(me, {});
	expect(clinic).toMatchObject({ timeZone: 'Australia/Sydney', currency: 'AUD' });
	expect(await stranger.call(getClinicSettings, {})).toEqual(before);
	const visit = await professional.call(getAppointment, { params: { appointmentId: id } });
	expect(visit).toMatchObject({ startsAt: '2026-03-04T10:00:00.000Z', currency: 'ISK' });
	const unknown = { body: { timeZone: 'Mars/Olympus', currency: 'EUR' as const } };
	expect((await manager.send(updateClinicSettings, unknown)).status).toBe(400);
	expect(await manager.call(getClinicSettings, {})).toMatchObject(settings);
});

test('a manager says what a visit costs that does not take place, for their own clinic alone', async () => {
	const [own, other] = [await createClinic(without.db), await createClinic(without.db)];
	const { browser: manager } = await signedIn(without, own.clinicId, 'MANAGER');
	const { browser: professional } = await signedIn(without, own.clinicId);
	const { browser: stranger } = await signedIn(without, other.clinicId);
	const none = { lateFeePercent: 0, noShowFeePercent: 0 };
	const fees = { lateFeePercent: 50, noShowFeePercent: 100 };
	expect(await professional.call(getFeeRules, {})).toEqual(none);
	await expect(professional.call(updateFeeRules, { body: fees })).rejects.toMatchObject({ code: 'FORBIDDEN' });
	expect(await manager.call(updateFeeRules, { body: fees })).toEqual(fees);
	expect(await professional.call(getFeeRules, {})).toEqual(fees);
	expect(await stranger.call(getFeeRules, {})).toEqual(none);
	for (const lateFeePercent of [-1, 101, 0.5]) {
		const { status } = await manager.send(updateFeeRules, { body: { ...fees, lateFeePercent } });
		expect(status).toBe(400);
	}
	expect(await manager.call(getFeeRules, {})).toEqual(fees);
});
