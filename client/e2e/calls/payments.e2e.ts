import { beforeAll, expect, test } from 'vitest';
import { startCall, type Call } from '../support/call.ts';
import { enterCard } from '../support/card.ts';
import { expectText, press, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const asksForProof = '4000002500003155';
const scene = setScene({ keepPages: true });
let call: Call;

beforeAll(async () => {
	call = await startCall(scene, 'Vera Visitor');
	await press(call.host, 'Tools');
});

const newestStatus = async (): Promise<unknown> => {
	const sql = 'SELECT status FROM "Payment" WHERE "appointmentId" = $1 ORDER BY "requestedAt" DESC LIMIT 1';
	return (await scene.server.database.query(sql, [call.visit.id])).rows;
};

async function openCardForm(): Promise<void> {
	const { client } = call;
	await expectText(client, 'Anna Demo asks for');
	await press(client, 'Pay now');
	await client.locator('input[type=email]').fill('vera@example.com');
	await press(client, 'Continue to card');
	await client.waitForSelector('input[autocomplete=cc-number]');
}

test('a bank that asks for proof is answered; until then nothing is said of the card before', async () => {
	const { host, client } = call;
	await pressText(host, 'Request payment');
	await pressText(host, 'Ask for');
	await openCardForm();
	await enterCard(client, '4000000000009995');
	await expectText(client, 'There is not enough money on the card.');
	await expectText(host, 'Declined');

	await enterCard(client, asksForProof);
	await expectText(client, 'Your bank asks: is this you?');
	expect(await client.$eval('[role=dialog]', ({ textContent }) => textContent)).not.toContain('did not go through');
	await press(client, 'No, refuse');
	await expectText(client, 'The payment was not confirmed with the bank.');
	expect(await newestStatus()).not.toEqual([{ status: 'RECEIVED' }]);

	await enterCard(client, asksForProof);
	await press(client, 'Yes, confirm');
	await expectText(client, 'Payment received');
	await expectText(host, 'Received');
	expect(await newestStatus()).toEqual([{ status: 'RECEIVED' }]);
	const { amountMinor } = call.visit;
	expect((await scene.workstation.readVisit(call.visit.id)).receivedMinor).toBe(amountMinor);
	await press(client, 'Done');
});

test('a request that is withdrawn over an open card form says so there, and charges nobody', async () => {
	const { host, client, visit } = call;
	await press(host, 'New request');
	await pressText(host, 'Ask for');
	await openCardForm();
	await expectText(host, 'Being paid');
	await press(host, 'Withdraw request');
	await expectText(client, 'This request was withdrawn. You need not pay.');
	expect(await client.$('input[autocomplete=cc-number]')).toBeNull();
	expect(await newestStatus()).toEqual([{ status: 'CANCELLED' }]);
	expect((await scene.workstation.readVisit(visit.id)).receivedMinor).toBe(visit.amountMinor);
	await press(client, 'Done');
});

/** The stand-in keeps back what it tells of payments from now on, or tells it at once again. */
async function keepBackNews(share: 0 | 1): Promise<void> {
	const faults = { delayMs: 0, jitterMs: 0, duplicated: 0, dropped: share, refused: 0, answersLost: 0 };
	const body = new URLSearchParams(Object.entries(faults).map(([name, value]) => [name, String(value)]));
	const answer = await fetch(`${scene.server.stripe}/faults`, { method: 'POST', body });
	if (!answer.ok) throw new Error(`The stand-in answered ${answer.status}.`);
}

async function askAndOpenForm(): Promise<void> {
	await press(call.host, 'New request');
	await pressText(call.host, 'Ask for');
	await openCardForm();
}

test('a request withdrawn while the bank asks is not charged', async () => {
	const { host, client } = call;
	await askAndOpenForm();
	await enterCard(client, asksForProof);
	await expectText(client, 'Your bank asks: is this you?');
	await press(host, 'Withdraw request');
	await expectText(client, 'This request was withdrawn. You need not pay.');
	expect(await newestStatus()).toEqual([{ status: 'CANCELLED' }]);
	await press(client, 'Done');
});

test('a request cannot be withdrawn once it is paid, though nobody was told yet', async () => {
	const { host, client } = call;
	await askAndOpenForm();
	await keepBackNews(1);
	try {
		await enterCard(client, '4242424242424242');
		await client.waitForSelector('input[autocomplete=cc-number]', { hidden: true });
		await expectText(host, 'Being paid');
		await press(host, 'Withdraw request');
		await expectText(host, 'Received');
		await expectText(client, 'Payment received');
		expect(await newestStatus()).toEqual([{ status: 'RECEIVED' }]);
	} finally {
		await keepBackNews(0);
	}
});

test('nothing of Stripe is loaded before its form is asked for; where its script cannot be, there is another way', async () => {
	const { host, client } = call;
	const loaded: string[] = [];
	await client.setRequestInterception(true);
	client.on('request', (request) => {
		if (/stripe|CardForm/i.test(request.url())) loaded.push(request.url());
		void (request.url().startsWith('https://js.stripe.com') ? request.abort() : request.continue());
	});
	await client.evaluateOnNewDocument(answerAsStripe);
	await client.reload();
	await client.waitForSelector('[data-encryption=on]');
	await press(host, 'New request');
	await pressText(host, 'Ask for');
	await expectText(client, 'Anna Demo asks for');
	await press(client, 'Pay now');
	await client.locator('input[type=email]').fill('vera@example.com');
	expect(loaded).toEqual([]);
	await press(client, 'Continue to card');
	await expectText(client, 'The card form cannot be loaded here');
	expect(loaded.map((url) => new URL(url).hostname)).toContain('js.stripe.com');
	await client.waitForSelector('aria/Pay in a new tab');
});

/** In the page: what begins a payment names Stripe's own form in place of the stand-in's. */
function answerAsStripe(): void {
	const real = window.fetch.bind(window);
	window.fetch = async (...asked) => {
		const response = await real(...asked);
		if (!response.url.includes('/api/own-payments/') || !response.url.endsWith('/pay')) return response;
		return new Response((await response.text()).replace('"provider":"sandbox"', '"provider":"stripe"'), response);
	};
}
