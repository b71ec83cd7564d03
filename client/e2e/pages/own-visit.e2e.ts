import { expect, test } from 'vitest';
import { openPage } from '../support/browsers.ts';
import { expectText, press, pressText } from '../support/people.ts';
import { readOutbox } from '../support/outbox.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
const phone = { width: 390, height: 844 };

/** The address of a visit's client. */
async function emailOf(appointmentId: string): Promise<string> {
	const { rows } = await scene.server.database.query<{ email: string }>(
		'SELECT c.email FROM "Client" c JOIN "Attendee" a ON a."clientId" = c.id WHERE a."appointmentId" = $1',
		[appointmentId],
	);
	return rows[0]?.email ?? '';
}

test('a client moves their visit on a phone, from the mail, and then cancels it', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const email = await emailOf(visit.id);
	const [mail] = await readOutbox(scene.server, email);
	const link = /\S+\?change#\S+/.exec(mail?.text ?? '')?.[0] ?? '';

	const page = await openPage(scene.browser, link, phone);
	await expectText(page, 'Your visit with Anna Demo');
	await expectText(page, 'You can cancel free of charge');
	expect(await scene.workstation.readVisit(visit.id)).toEqual(visit);

	await press(page, 'Move visit');
	await page.locator('section button[aria-pressed=false]').click();
	await pressText(page, 'Move to');
	await expectText(page, 'Your visit has moved');
	const moved = await scene.workstation.readVisit(visit.id);
	expect(moved).toMatchObject({ status: 'PLANNED', sequence: visit.sequence + 1 });
	expect(moved.startsAt).not.toBe(visit.startsAt);
	const mails = await readOutbox(scene.server, email);
	expect(mails.some(({ subject }) => subject.startsWith('Your visit is now on'))).toBe(true);

	await press(page, 'Cancel visit');
	await press(page, 'Yes, cancel the visit');
	await expectText(page, 'Your visit is cancelled');
	expect(await scene.workstation.readVisit(visit.id)).toMatchObject({ status: 'CANCELLED', cancelReason: 'BY_CLIENT' });
	await page.reload();
	await expectText(page, 'This visit was cancelled');
});

test('a client asks for their own page, from which all of their visits can be joined and changed', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const email = await emailOf(visit.id);
	const [confirmation] = await readOutbox(scene.server, email);
	const address = /\S+\/my$/m.exec(confirmation?.text ?? '')?.[0] ?? '';

	const page = await openPage(scene.browser, address, phone);
	await page.locator('input[type=email]').fill(email);
	await press(page, 'Send me the link');
	await expectText(page, 'Look into your mail');
	const [mail] = await readOutbox(scene.server, email);
	await page.goto(/\S+\/my#\S+/.exec(mail?.text ?? '')?.[0] ?? '');
	await expectText(page, 'Hello Vera Visitor');
	const ways = await page.$$eval('main li a', (links) => links.map(({ href }) => href));
	expect(ways[0]).toBe(visit.attendees[0]?.joinLink);
	await pressText(page, 'Move or cancel');
	await expectText(page, 'Your visit with Anna Demo');
});
