import { expect, test } from 'vitest';
import { z } from 'zod';
import { openPage } from '../support/browsers.ts';
import { expectText, press, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
const phone = { width: 390, height: 844 };
const outbox = z.object({ messages: z.array(z.object({ subject: z.string(), text: z.string() })) });

/** Mails to the client of the newest booking, newest first. */
async function mailsOf(appointmentId: string) {
	const { rows } = await scene.server.database.query<{ email: string }>(
		'SELECT c.email FROM "Client" c JOIN "Attendee" a ON a."clientId" = c.id WHERE a."appointmentId" = $1',
		[appointmentId],
	);
	const answer = await fetch(`${scene.server.outbox}.json?to=${encodeURIComponent(rows[0]?.email ?? '')}`);
	return outbox.parse(await answer.json()).messages;
}

test('a client moves their visit on a phone, from the mail, and then cancels it', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const [mail] = await mailsOf(visit.id);
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
	expect((await mailsOf(visit.id)).some(({ subject }) => subject.startsWith('Your visit is now on'))).toBe(true);

	await press(page, 'Cancel visit');
	await press(page, 'Yes, cancel the visit');
	await expectText(page, 'Your visit is cancelled');
	expect(await scene.workstation.readVisit(visit.id)).toMatchObject({ status: 'CANCELLED', cancelReason: 'BY_CLIENT' });
	await page.reload();
	await expectText(page, 'This visit was cancelled');
});
