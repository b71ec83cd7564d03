import { expect, test } from 'vitest';
import { launchFirefox } from '../support/browsers.ts';
import { startCall } from '../support/call.ts';
import { expectConfirmed, expectEncrypted } from '../support/encryption.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { expectText, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';
import { packetsAtMediaServer } from '../support/server.ts';

const scene = setScene();

test('two Chromium pages talk device to device: sound and picture both ways, nothing at the media server', async () => {
	const { host, client, visit } = await startCall(scene, 'Vera Visitor');
	await Promise.all([expectMediaFlowing(host), expectMediaFlowing(client)]);
	expect(await packetsAtMediaServer(scene.server)).toBe(0);
	await expectText(host, 'Direct');
	await expectEncrypted([host, client]);
	await expectConfirmed([host, client]);
	expect((await scene.workstation.readVisit(visit.id)).status).toBe('IN_PROGRESS');

	await press(client, 'Mute');
	await host.waitForSelector('aria/Microphone off');
	await press(client, 'Camera off');
	await host.waitForSelector('[data-source=camera]:not([data-self]) video', { hidden: true });
	await press(client, 'Camera on');
	await press(client, 'Unmute');
	await expectMediaFlowing(host);

	await press(client, 'Share screen');
	await host.waitForSelector('[data-source=screen] video');
	await press(client, 'Stop sharing');
	await host.waitForSelector('[data-source=screen]', { hidden: true });

	await press(client, 'Chat');
	await client.locator('aria/Message[role="textbox"]').fill('See https://example.com and <b>this</b>');
	await press(client, 'Send');
	await press(host, 'Chat, 1 new message');
	await expectText(host, 'See https://example.com and <b>this</b>');
	expect(await host.$eval('a[href="https://example.com"]', (link) => link.rel)).toContain('noopener');

	await press(host, 'Leave');
	await press(host, 'End for everybody');
	await expectText(client, 'The visit has ended');
	await expect.poll(async () => (await scene.workstation.readVisit(visit.id)).status).toBe('DONE');
});

test('Chromium and Firefox talk device to device', async () => {
	const firefox = await launchFirefox();
	try {
		const { host, client } = await startCall(scene, 'Ferdinand Fox', firefox);
		const [{ srtpCiphers }] = await Promise.all([expectMediaFlowing(host), expectMediaFlowing(client)]);
		// Two Chromiums take AES-CM between them, whatever a page wishes; wherever there is a choice it is GCM.
		expect(srtpCiphers).toEqual([expect.stringMatching(/AEAD_AES_\d+_GCM$/)]);
		await expectEncrypted([host, client]);
		await expectConfirmed([host, client]);
		expect(await packetsAtMediaServer(scene.server)).toBe(0);
	} finally {
		await firefox.close();
	}
});
