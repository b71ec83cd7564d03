import path from 'node:path';
import { expect, test } from 'vitest';
import { layWire, type Wire } from '../../signalling/testing/wire.ts';
import { startCall } from './support/call.ts';
import { expectMediaFlowing } from './support/media.ts';
import { expectText, press, pressText } from './support/people.ts';
import { setScene } from './support/scene.ts';
import { startServer } from './support/server.ts';

let wire: Wire;
const scene = setScene({ start: () => startServer({ wayTo: byWire }) });

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
	await host.keyboard.type(' Walks every day.');
	await expectText(host, 'Not saved yet, but kept on this device.');
	await press(host, 'All tools');
	await pressText(host, 'Request payment');
	await pressText(host, 'Ask for');
	await expectText(host, 'Samtal cannot be reached right now.');
	await press(client, 'Mute');
	await host.waitForSelector('aria/Microphone off');
	await press(client, 'Unmute');
	await Promise.all([host, client].map((page) => expectMediaFlowing(page)));
	expect((await fetch(scene.server.health)).status).toBe(503);

	wire.mend();
	await pressText(host, 'Ask for');
	await expectText(client, 'Anna Demo asks for');
	await expect
		.poll(notes, { timeout: 15_000 })
		.toEqual([{ text: expect.stringContaining('Slept well. Walks every day.') }]);
	expect(await payments()).toEqual([{ status: 'REQUESTED' }]);
	expect((await fetch(scene.server.health)).status).toBe(200);
	await press(host, 'Leave');
	wire.cut();
	await press(host, 'End for everybody');
	await expectText(client, 'The visit has ended');
	wire.mend();
	await expect.poll(async () => (await scene.workstation.readVisit(visit.id)).status, { timeout: 10_000 }).toBe('DONE');
});
