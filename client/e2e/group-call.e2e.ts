import { expect, test } from 'vitest';
import { startCall } from './support/call.ts';
import { expectEncrypted } from './support/encryption.ts';
import { expectMediaFlowing } from './support/media.ts';
import { admit, expectText, press, waitAtDoor } from './support/people.ts';
import { setScene } from './support/scene.ts';
import { packetsAtMediaServer } from './support/server.ts';

const scene = setScene();

test('four people talk over the media server, everybody with everybody, and two go back to the direct path', async () => {
	const { visit, host, client } = await startCall(scene, 'Vera Visitor');
	const guests = [];
	for (const name of ['Gabriel Guest', 'Ines Interpreter']) {
		const link = await scene.workstation.inviteGuest(visit.id, name);
		const guest = await waitAtDoor(scene.browser, link, name);
		await admit(host, name, guest);
		guests.push(guest);
	}
	const everybody = [host, client, ...guests];
	const received = await Promise.all(everybody.map((page) => expectMediaFlowing(page, 3)));
	await expectText(client, 'Group server');
	await expectEncrypted(everybody);
	expect(await packetsAtMediaServer(scene.server)).toBeGreaterThan(0);
	for (const cipher of received.flatMap(({ srtpCiphers }) => srtpCiphers)) expect(cipher).toContain('AEAD_AES_256_GCM');

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
