import { expect, test } from 'vitest';
import { createAppointment, listServices } from '../../../shared/contract/appointments.ts';
import { openPage } from '../support/browsers.ts';
import { expectText, openAsManager, openWorkstation, press, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

/** A visit that has begun long ago, at an hour that is nobody else's. */
async function bookPast(name: string): Promise<string> {
	const { services } = await scene.workstation.call(listServices, {});
	const service = services.find(({ capacity }) => capacity === 1);
	const day = Temporal.Now.plainDateISO('UTC').subtract({ days: 40 });
	const visit = await scene.workstation.call(createAppointment, {
		body: {
			client: { name, email: 'fee@example.com', locale: 'en' },
			...{ serviceId: service?.id ?? '', startsAt: `${day.toString()}T03:00:00Z`, amountMinor: 8_000 },
			confirm: ['OUTSIDE_HOURS', 'OUTSIDE_OFFICE_HOURS', 'PAST'],
		},
	});
	return visit.id;
}

test('a manager sets fees, a professional charges one for a no-show, and it is among the payments', async () => {
	const settings = await openAsManager(scene.browser, scene.server, '/settings/client-payments');
	await settings.locator('::-p-aria([name="Late cancellation"][role="textbox"])').fill('30');
	await settings.locator('::-p-aria([name="Client did not come"][role="textbox"])').fill('50');
	await settings.keyboard.press('Tab');
	await expectText(settings, 'for cancelling late and');
	await press(settings, 'Save');
	await expectText(settings, 'The fees are saved.');

	const appointmentId = await bookPast('Fiona Forgetful');
	const page = await openWorkstation(scene.browser, scene.server, '/activities?period=all&search=fiona');
	await pressText(page, 'Fiona Forgetful');
	await press(page, 'Cancel visit');
	await page.locator('aria/Cancelled by us Reason[role="button"]').click();
	await page.locator('[role=option]::-p-text(Client did not come)').click();
	await expectText(page, 'Charge the fee of');
	await page.locator('[role=alertdialog] button ::-p-text(Cancel visit)').click();
	await expectText(page, 'the client was asked for the fee');
	const { rows } = await scene.server.database.query(
		'SELECT "status", "amountMinor", "feeMinor" FROM "Payment" WHERE "appointmentId" = $1',
		[appointmentId],
	);
	expect(rows).toEqual([{ status: 'REQUESTED', amountMinor: 4_000, feeMinor: 4_000 }]);
	await page.goto(new URL('/payments', scene.server.url).href);
	await expectText(page, 'Fiona Forgetful');
	await expectText(page, 'No-show fee');

	await page.goto(new URL('/activities?period=all&search=fiona', scene.server.url).href);
	await pressText(page, 'Fiona Forgetful');
	await page.locator('[role=dialog] button[aria-label^="Ways to pay: Fiona Forgetful"]').click();
	await page.locator('[role=menuitem] ::-p-text(Paid another way…)').click();
	await expectText(page, 'so that it cannot be paid twice');
	await press(page, 'Record');
	await expectText(page, 'recorded as received.');
	const settled = await scene.server.database.query(
		'SELECT "method", "status", "feeMinor" FROM "Payment" WHERE "appointmentId" = $1 ORDER BY "method"',
		[appointmentId],
	);
	expect(settled.rows).toEqual([
		{ method: 'CARD', status: 'CANCELLED', feeMinor: 4_000 },
		{ method: 'TERMINAL', status: 'RECEIVED', feeMinor: 4_000 },
	]);
});

test('a client who cancels late on a phone sees the fee before they do it, and that it was asked for', async () => {
	const { database } = scene.server;
	await database.query('UPDATE "Clinic" SET "lateFeePercent" = 50');
	// A year: whatever is booked is late at once.
	await database.query('UPDATE "BookingRules" SET "freeCancelHours" = 8760');
	const visit = await scene.workstation.bookVisit('Lara Late');
	const link = visit.attendees[0]?.joinLink.replace('/join#', '/join?change#') ?? '';
	const page = await openPage(scene.browser, link, { width: 390, height: 844 });
	await press(page, 'Cancel visit');
	await expectText(page, 'the clinic asks you for a fee of');
	await press(page, 'Yes, cancel the visit');
	await expectText(page, 'Your visit is cancelled');
	await expectText(page, 'The clinic asks you for a fee of');
	const { rows } = await database.query('SELECT "status", "feeMinor" FROM "Payment" WHERE "appointmentId" = $1', [
		visit.id,
	]);
	expect(rows).toEqual([{ status: 'REQUESTED', feeMinor: visit.amountMinor / 2 }]);
});
