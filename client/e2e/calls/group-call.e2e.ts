import { expect, test } from 'vitest';
import { addGuest, startCall } from '../support/call.ts';
import { expectEncrypted } from '../support/encryption.ts';
import { expectMediaFlowing, forgetConnections } from '../support/media.ts';
import { expectText, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';
import { mediaHealth, packetsAtMediaServer } from '../support/server.ts';

const scene = setScene();

// How long people miss each other meanwhile is measured by `npm run bench:recovery`.
test('a media worker is killed: everybody of the group has everybody again, on another one', async () => {
	const call = await startCall(scene, 'Vera Visitor');
	const everybody = [call.host, call.client, await addGuest(scene, call, 'Gabriel Guest')];
	await Promise.all(everybody.map((page) => expectMediaFlowing(page, 2)));
	const worker = (await mediaHealth(scene.server)).workers.find(({ rooms }) => rooms > 0);
	await Promise.all(everybody.map(forgetConnections));
	process.kill(worker?.pid ?? 0, 'SIGKILL');
	await Promise.all(everybody.map((page) => expectMediaFlowing(page, 2)));
});

test('four people talk over the media server, everybody with everybody, and two go back to the direct path', async () => {
	const call = await startCall(scene, 'Vera Visitor');
	const { host, client } = call;
	const guests = [];
	for (const name of ['Gabriel Guest', 'Ines Interpreter']) guests.push(await addGuest(scene, call, name));
	const everybody = [host, client, ...guests];
	const flowing = () => Promise.all(everybody.map((page) => expectMediaFlowing(page, 3)));
	await flowing();
	await expectText(client, 'Group server');
	await expectEncrypted(everybody);
	expect(await packetsAtMediaServer(scene.server)).toBeGreaterThan(0);
	// The direct connection of the first two, with a cipher that a page cannot choose, stays open until the other one stands.
	const ciphers = async () => new Set((await flowing()).flatMap(({ srtpCiphers }) => srtpCiphers));
	await expect.poll(ciphers, { timeout: 20_000 }).toEqual(new Set(['SRTP_AEAD_AES_256_GCM']));

	await press(client, 'More');
	await client.locator('aria/Show everybody alike').click();
	await client.waitForFunction(() => document.querySelectorAll('[data-source=camera] video').length === 4);

	for (const guest of guests) {
		await press(guest, 'Leave');
		await expectText(guest, 'You have left the visit');
	}
	await expectText(host, 'Direct');
	await expectEncrypted([host, client]);
	await Promise.all([expectMediaFlowing(host), expectMediaFlowing(client)]);
});
