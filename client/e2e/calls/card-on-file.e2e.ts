import type { Page } from 'puppeteer';
import { beforeAll, expect, test } from 'vitest';
import { startCall, type Call } from '../support/call.ts';
import { enterCard } from '../support/card.ts';
import { openPage } from '../support/browsers.ts';
import { readOutbox } from '../support/outbox.ts';
import { expectText, openWorkstation, press, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const alwaysAsksForProof = '4000002760003184';
const payerEmail = 'vera@example.com';
const scene = setScene({ keepPages: true });
let call: Call;
let record: Page;

beforeAll(async () => {
	call = await startCall(scene, 'Vera Visitor');
	await press(call.host, 'Tools');
	await pressText(call.host, 'Request payment');
});

/** The client opens the card form of what they are asked for; `keep`: and lets the card be kept. */
async function openCardForm({ keep }: { keep: boolean }): Promise<void> {
	const { client } = call;
	await expectText(client, 'Anna Demo asks for');
	await press(client, 'Pay now');
	await client.locator('input[type=email]').fill(payerEmail);
	await expectText(client, 'Keep this card for later payments to');
	expect(
		await client.$eval('[role=dialog] input[type=checkbox]', (box) => box instanceof HTMLInputElement && box.checked),
	).toBe(false);
	if (keep) await client.locator('[role=dialog] input[type=checkbox]').click();
	await press(client, 'Continue to card');
	await client.waitForSelector('input[autocomplete=cc-number]');
}

/** The professional charges the card on the client's record. */
async function charge(amount: string): Promise<void> {
	await press(record, 'Charge card');
	await record.locator('::-p-aria([name="Amount"][role="textbox"])').fill(amount);
	await press(record, 'Continue');
	await expectText(record, 'The card is charged at once.');
	await record.locator('[role=dialog] button[type=submit]').click();
}

const statusOf = async (amountMinor: number): Promise<unknown> => {
	const sql = 'SELECT status FROM "Payment" WHERE "appointmentId" = $1 AND "amountMinor" = $2';
	return (await scene.server.database.query(sql, [call.visit.id, amountMinor])).rows;
};

test('a client keeps the card of a payment, and the professional charges it later from the record', async () => {
	const { host, client, visit } = call;
	await pressText(host, 'Ask for');
	await openCardForm({ keep: true });
	await enterCard(client, '4242424242424242');
	await expectText(client, 'Payment received');
	await press(client, 'Done');

	const clientId = visit.attendees[0]?.clientId ?? '';
	record = await openWorkstation(scene.browser, scene.server, `/clients/${clientId}?tab=billing`);
	await expectText(record, 'Visa ending in 4242');
	await charge('4000');
	await expectText(record, 'received.');
	expect(await statusOf(4_000)).toEqual([{ status: 'RECEIVED' }]);
	const mails = await readOutbox(scene.server);
	expect(mails.map(({ text }) => text).filter((text) => text.includes('as you agreed on'))).toHaveLength(1);
});

test('a bank that wants the client leaves a request, which the client pays; then the consent is withdrawn', async () => {
	const { host, client } = call;
	await press(host, 'New request');
	await pressText(host, 'Ask for');
	await openCardForm({ keep: true });
	await enterCard(client, alwaysAsksForProof);
	await press(client, 'Yes, confirm');
	await expectText(client, 'Payment received');
	await press(client, 'Done');

	await record.reload();
	await expectText(record, 'Visa ending in 3184');
	await charge('5000');
	await expectText(record, 'The bank wants the client to confirm it themselves.');
	expect(await statusOf(5_000)).toEqual([{ status: 'FAILED' }]);
	await openCardForm({ keep: false });
	await enterCard(client, '4242424242424242');
	await expectText(client, 'Payment received');
	expect(await statusOf(5_000)).toEqual([{ status: 'RECEIVED' }]);

	const sql = 'SELECT email FROM "Client" WHERE id = $1';
	const { rows } = await scene.server.database.query<{ email: string }>(sql, [call.visit.attendees[0]?.clientId]);
	const email = rows[0]?.email ?? '';
	const own = await openPage(scene.browser, new URL('/my', scene.server.url).href);
	await own.locator('input[type=email]').fill(email);
	await press(own, 'Send me the link');
	await expectText(own, 'Look into your mail');
	const [mail] = await readOutbox(scene.server, email);
	await own.goto(/\S+\/my#\S+/.exec(mail?.text ?? '')?.[0] ?? '');
	await expectText(own, 'Visa ending in 3184');
	await press(own, 'Remove');
	await press(own, 'Remove card');
	await expectText(own, 'The card is removed.');
	await record.reload();
	await expectText(record, 'Payments');
	const revoked = await scene.server.database.query('SELECT "revokedBy" FROM "CardOnFile" ORDER BY "consentedAt"');
	expect(revoked.rows).toEqual([{ revokedBy: 'NEWER_CARD' }, { revokedBy: 'CLIENT' }]);
});
