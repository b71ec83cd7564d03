import { expect, test } from 'vitest';
import { readCallLog } from '../../../shared/contract/callLog.ts';
import { startCall } from '../support/call.ts';
import { expectEncrypted } from '../support/encryption.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { expectText, press, pressText } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('ending a call leads to who was there and how it was encrypted, and to its payment', async () => {
	const { host, client, visit } = await startCall(scene, 'Vera Visitor');
	await expectEncrypted([host, client]);
	const log = () => scene.workstation.call(readCallLog, { params: { appointmentId: visit.id } });
	await expect.poll(log).toMatchObject({
		people: [
			{ kind: 'HOST', stays: [{ until: null }] },
			{ kind: 'CLIENT', name: 'Vera Visitor', stays: [{ until: null }] },
		],
		ways: [{ way: 'direct', until: null }],
		encryption: [{ state: 'postQuantum', until: null }],
	});

	// A part of the page that is gone with its build takes nobody out of the call.
	await client.setRequestInterception(true);
	client.on('request', (request) => {
		const isGone = /\/ToolsPanel-.*\.js$/.test(request.url());
		void (isGone ? request.respond({ status: 404 }) : request.continue());
	});
	await press(client, 'Tools');
	await expectText(client, 'This part could not be loaded');
	await expectMediaFlowing(client);

	await press(host, 'Leave');
	await press(host, 'End for everybody');
	await expectText(host, 'Marked as done');
	await expectText(host, 'Post-quantum keys');
	await expect.poll(log).toMatchObject({ people: [{ stays: [{ end: 'ended' }] }, { stays: [{ end: 'ended' }] }] });

	await press(host, 'Request payment');
	await pressText(host, 'Ask for');
	await expectText(client, 'Pay now');
	await host.keyboard.press('Escape');
	await press(host, 'Charge later');
	await expectText(host, 'The visit stays open for payment');
});
