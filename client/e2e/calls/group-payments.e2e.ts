import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { enterCard } from '../support/card.ts';
import { admit, enterAsHost, expectText, press, pressText, waitAtDoor } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
const declined = '4000000000000002';

async function openCardForm(page: Page, email: string): Promise<void> {
	await press(page, 'Pay now');
	await page.locator('input[type=email]').fill(email);
	await press(page, 'Continue to card');
	await page.waitForSelector('input[autocomplete=cc-number]');
}

test('two of a group pay at the same time, each their own price, and neither sees the other', async () => {
	const names = ['Greta Visitor', 'Hans Visitor'] as const;
	const visit = await scene.workstation.bookGroup(...names);
	const host = await enterAsHost(scene.browser, scene.server, visit.id);
	const pages: Page[] = [];
	for (const name of names) {
		const link = visit.attendees.find((attendee) => attendee.name === name)?.joinLink ?? '';
		const page = await waitAtDoor(scene.browser, link, name);
		await admit(host, name, page);
		pages.push(page);
	}
	const [greta, hans] = pages as [Page, Page];
	await press(host, 'Tools');
	await pressText(host, 'Request payment');
	await pressText(host, 'Ask for');
	await expectText(greta, 'Anna Demo asks for');
	await press(host, 'New request');
	await host.locator('button[aria-haspopup=listbox]::-p-text(Greta)').click();
	await host.locator('[role=option]::-p-text(Hans)').click();
	await pressText(host, 'Ask for');
	await expectText(hans, 'Anna Demo asks for');

	await Promise.all([openCardForm(greta, 'greta@example.com'), openCardForm(hans, 'hans@example.com')]);
	await Promise.all([enterCard(greta, '4242424242424242'), enterCard(hans, declined)]);
	await expectText(greta, 'Payment received');
	await expectText(hans, 'The bank declined the card.');
	await expectText(host, 'Greta Visitor');
	await expectText(host, 'Received');
	await expectText(host, 'Hans Visitor can try again.');
	const rows = await scene.server.database.query(
		'SELECT a.name, p.status FROM "Payment" p JOIN "Attendee" a ON a.id = p."attendeeId" WHERE p."appointmentId" = $1 ORDER BY a.name',
		[visit.id],
	);
	expect(rows.rows).toEqual([
		{ name: 'Greta Visitor', status: 'RECEIVED' },
		{ name: 'Hans Visitor', status: 'FAILED' },
	]);
	const paid = await scene.workstation.readVisit(visit.id);
	expect(paid.attendees.map(({ name, receivedMinor }) => [name, receivedMinor])).toEqual([
		['Greta Visitor', visit.attendees[0]?.amountMinor],
		['Hans Visitor', 0],
	]);
	expect(await hans.evaluate(() => document.body.innerText)).not.toContain('Payment received');
});
