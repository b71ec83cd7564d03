import { beforeAll, expect, test } from 'vitest';
import { startCall, type Call } from '../support/call.ts';
import { expectText, press, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene({ keepPages: true });
let call: Call;

beforeAll(async () => {
	call = await startCall(scene, 'Vera Visitor');
	await press(call.host, 'Tools');
	await pressText(call.host, 'Book next session');
});

/** Offers so many of the times that are free. */
async function offer(count: number): Promise<void> {
	const { host } = call;
	await host.locator('label ::-p-text(choose from several times)').click();
	const free = 'section[aria-label] button[aria-pressed=false]';
	for (let nth = 0; nth < count; nth += 1) {
		await host.locator(free).click();
		await host.waitForFunction(
			(wanted) => document.querySelectorAll('section[aria-label] button[aria-pressed=true]').length === wanted,
			{},
			nth + 1,
		);
	}
	await press(host, count === 1 ? 'Offer 1 time' : `Offer ${count} times`);
	await expectText(host, 'Vera Visitor is choosing');
}

const later = async () =>
	(
		await scene.server.database.query(
			`SELECT b."startsAt" FROM "Attendee" a JOIN "Attendee" b USING ("clientId")
			 WHERE a."appointmentId" = $1 AND b."appointmentId" <> $1`,
			[call.visit.id],
		)
	).rows;

test('what is offered appears at the client at once, and goes when it is withdrawn', async () => {
	const { host, client } = call;
	await offer(1);
	await expectText(client, 'Anna Demo offers you these times');
	await press(host, 'Withdraw offer');
	await expectText(client, 'The offer was withdrawn.');
	await press(client, 'OK');
	expect(await later()).toEqual([]);
});

test('the client picks one of several, and it is booked and confirmed to both', async () => {
	const { host, client } = call;
	await offer(3);
	const chips = '[role=group][aria-label="Times to choose from"] button';
	await client.waitForSelector(chips);
	expect(await client.$$(chips)).toHaveLength(3);
	await client.locator(`${chips}:nth-child(2)`).click();
	await press(client, 'Book this time');
	await expectText(client, 'Next visit:');
	await expectText(host, 'It is booked.');
	expect(await later()).toHaveLength(1);
});
