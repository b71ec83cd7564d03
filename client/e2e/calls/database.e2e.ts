import path from 'node:path';
import { expect, test } from 'vitest';
import { layWire, type Wire } from '../../../signalling/testing/wire.ts';
import { joinLinkOf, startCall } from '../support/call.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { admit, enterAsHost, expectText, press, pressText, waitAtDoor } from '../support/people.ts';
import { setScene, startOnCopy } from '../support/scene.ts';
import { watchTiles } from '../support/tiles.ts';

let wire: Wire;
const scene = setScene({ start: () => startOnCopy({ wayTo: byWire }) });

/** Leads the server to its database over a wire; the test itself goes straight. */
async function byWire(databaseUrl: string): Promise<string> {
	const { searchParams, port, pathname, username } = new URL(databaseUrl);
	wire = await layWire(path.join(searchParams.get('host') ?? '', `.s.PGSQL.${port || 5432}`));
	return `postgresql://${username}@127.0.0.1:${wire.port}${pathname}`;
}

test('while the database is away the call goes on; what is written then is kept, and there once when it is back', async () => {
	const { host, client, visit } = await startCall(scene, 'Vera Visitor');
	await Promise.all([host, client].map((page) => expectMediaFlowing(page)));
	const rows = async (sql: string) => (await scene.server.database.query(sql, [visit.id])).rows;
	const notes = () => rows('SELECT document::text AS text FROM "Note" WHERE "appointmentId" = $1');
	const payments = () => rows('SELECT status FROM "Payment" WHERE "appointmentId" = $1');

	await press(host, 'Tools');
	await pressText(host, 'Notes');
	await host.locator('[contenteditable=true]').click();
	await host.keyboard.type('Slept well.');
	await expectText(host, 'Saved just now');

	wire.cut();
	// As long as a restart of a database with a standby takes.
	const awayUntil = Date.now() + 30_000;
	await host.keyboard.type(' Walks every day.');
	await expectText(host, 'Not saved yet, but kept on this device.');
	await press(host, 'All tools');
	await pressText(host, 'Request payment');
	await pressText(host, 'Ask for');
	await expectText(host, 'Samtal cannot be reached right now.');
	await press(client, 'Mute');
	await host.waitForSelector('aria/Microphone off');
	await press(client, 'Unmute');
	expect((await fetch(scene.server.health)).status).toBe(503);
	do await Promise.all([host, client].map((page) => expectMediaFlowing(page)));
	while (Date.now() < awayUntil);
	await expectText(host, 'Samtal cannot be reached right now.');
	expect(await payments()).toEqual([]);

	wire.mend();
	await pressText(host, 'Ask for');
	await expectText(client, 'Anna Demo asks for');
	await expect
		.poll(notes, { timeout: 15_000 })
		.toEqual([{ text: expect.stringContaining('Slept well. Walks every day.') }]);
	expect(await payments()).toEqual([{ status: 'REQUESTED' }]);
	expect((await scene.workstation.readVisit(visit.id)).status).toBe('IN_PROGRESS');
	expect((await fetch(scene.server.health)).status).toBe(200);
	await press(host, 'Leave');
	wire.cut();
	await press(host, 'End for everybody');
	await expectText(client, 'The visit has ended');
	wire.mend();
	await expect.poll(async () => (await scene.workstation.readVisit(visit.id)).status, { timeout: 10_000 }).toBe('DONE');
});

test('a socket that is lost while the database is away is mended before it is back: the same tiles, nobody at the door', async () => {
	const way = await layWire(Number(new URL(scene.server.url).port));
	const url = `http://127.0.0.1:${way.port}/`;
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const host = await enterAsHost(scene.browser, { ...scene.server, url }, visit.id);
	const link = new URL(joinLinkOf(visit));
	const client = await waitAtDoor(scene.browser, new URL(`${link.pathname}${link.hash}`, url).href, 'Vera Visitor');
	await admit(host, 'Vera Visitor', client);
	const pages = [host, client];
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
	const seen = await Promise.all(pages.map(watchTiles));

	wire.cut();
	way.cut();
	await Promise.all(pages.map((page) => page.waitForSelector('[data-connection=lost]')));
	way.mend();
	await Promise.all(pages.map((page) => page.waitForSelector('[data-connection=direct]')));
	expect((await fetch(scene.server.health)).status).toBe(503);
	await press(client, 'Mute');
	await host.waitForSelector('aria/Microphone off');
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
	for (const read of seen) expect(await read()).toMatchObject({ tiles: [expect.anything()], left: false });
	wire.mend();
	way.close();
});

test('a page that is loaded again while the database is away says so, and is back in the call by itself when it is there', async () => {
	const { host, client } = await startCall(scene, 'Vera Visitor');
	const pages = [host, client];
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
	wire.cut();
	await Promise.all(pages.map((page) => page.reload()));
	await Promise.all(pages.map((page) => expectText(page, 'Samtal cannot be reached right now')));
	wire.mend();
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
});
