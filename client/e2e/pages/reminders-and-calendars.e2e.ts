import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { openPage } from '../support/browsers.ts';
import { expectText, openAsManager, press, pressText } from '../support/people.ts';
import { readOutbox } from '../support/outbox.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

/** Writes it in the place of what stands in the field. */
async function write(page: Page, field: string, text: string): Promise<void> {
	await page.locator(field).click();
	await page.keyboard.down('Control');
	await page.keyboard.press('a');
	await page.keyboard.up('Control');
	await page.keyboard.sendCharacter(text);
}

test('a manager writes a rule, sees what it will say, and it is in the outbox when it is due', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const page = await openAsManager(scene.browser, scene.server, '/settings');
	await pressText(page, 'Reminders');
	await expectText(page, 'SMS, 2 hours before');
	await press(page, 'Add a rule');
	await write(page, 'textarea', 'Dear {client}, see you in {room}.');
	await expectText(page, 'There is no such variable: {room}');
	await write(page, 'textarea', 'Dear {client}, see you soon at ');
	await press(page, 'Clinic');
	await expectText(page, 'see you soon at Samtal Demo Clinic');
	await write(page, 'aria/Subject[role="textbox"]', 'Soon: {service}');
	await write(page, 'aria/Hours before the visit[role="textbox"]', '3');
	await press(page, 'Save');
	await expectText(page, 'E-mail, 3 hours before');
	// As if the quiet hours of the demo clinic were over, and the visit booked long ago and near.
	await scene.server.database.query('UPDATE "Clinic" SET "quietFrom" = NULL, "quietUntil" = NULL');
	await scene.server.database.query('UPDATE "ReminderRule" SET "activeSince" = \'2000-01-01\'');
	await scene.server.database.query(
		`UPDATE "Appointment" SET "createdAt" = '2000-01-01', "startsAt" = now() + interval '110 minutes',
			"endsAt" = now() + interval '111 minutes', "professionalId" = (SELECT "id" FROM "Member" WHERE "email" = 'manager@example.com')
		WHERE "id" = $1`,
		[visit.id],
	);
	const reminders = async () =>
		(await readOutbox(scene.server)).filter(({ text: words }) => words.includes('Dear Vera Visitor'));
	await expect
		.poll(reminders, { timeout: 90_000, interval: 500 })
		.toEqual([
			expect.objectContaining({ channel: 'EMAIL', text: 'Dear Vera Visitor, see you soon at Samtal Demo Clinic\n' }),
		]);
	const shown = await openPage(scene.browser, new URL('/dev/outbox', scene.server.url).href);
	await expectText(shown, 'Dear Vera Visitor, see you soon');
});

test('the preview of an SMS counts its parts', async () => {
	const page = await openAsManager(scene.browser, scene.server, '/settings/reminders');
	await press(page, 'Edit: SMS, 2 hours before');
	await write(page, 'textarea', 'a'.repeat(161));
	await expectText(page, '2 SMS: 161 characters, 145 left in the last');
	await write(page, 'textarea', 'ð'.repeat(70));
	await expectText(page, '1 SMS: 70 characters, 0 left');
});

test('a professional makes a feed, whose address is shown once, and adds a calendar that cannot be read', async () => {
	const page = await openAsManager(scene.browser, scene.server, '/settings/calendars');
	await press(page, 'Make an address');
	const address = await page
		.locator('input[aria-label="Secret address"]')
		.map((field) => (field instanceof HTMLInputElement ? field.value : ''))
		.wait();
	expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR');
	await page.reload();
	await expectText(page, 'Make a new address');
	expect(await page.content()).not.toContain(address);

	await write(page, 'aria/Name[role="textbox"]', 'Private');
	await write(page, 'aria/Address of the calendar[role="textbox"]', address.replace('http:', 'https:'));
	await press(page, 'Add calendar');
	await expectText(page, 'This is not a public address of a calendar');
});
