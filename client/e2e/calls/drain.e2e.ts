import { once } from 'node:events';
import { expect, test } from 'vitest';
import { joinLinkOf, startCall } from '../support/call.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { enterAsHost, press, waitAtDoor } from '../support/people.ts';
import { setScene, startOnCopy } from '../support/scene.ts';

/** With a deadline that no test lives to see: what ends the server is what it waits for. */
const scene = setScene({ start: () => startOnCopy({ settings: { DRAIN_SECONDS: '600' } }) });

const isReady = async () => (await fetch(scene.server.health)).status === 200;

test('an order to end lets the call finish, and sends who comes for another one to the next server', async () => {
	const other = await scene.workstation.bookVisit('Olga Other');
	const { host, client } = await startCall(scene, 'Vera Visitor');
	await expectMediaFlowing(host);
	const ended = once(scene.server.process, 'exit');
	scene.server.process.kill('SIGTERM');
	await expect.poll(isReady).toBe(false);

	const late = await waitAtDoor(scene.browser, joinLinkOf(other), 'Olga Other', 'admitted');
	await expectMediaFlowing(client);
	expect(scene.server.process.exitCode).toBeNull();
	await press(host, 'Leave');
	await press(host, 'End for everybody');
	await ended;

	await scene.server.startAgain();
	await late.waitForFunction(() => document.body.innerText.includes('has been told that you are here'));
	await enterAsHost(scene.browser, scene.server, other.id);
});

test('a second order ends at once, and the call moves to the next server', async () => {
	const { host, client } = await startCall(scene, 'Vera Visitor');
	await expectMediaFlowing(host);
	const ended = once(scene.server.process, 'exit');
	scene.server.process.kill('SIGTERM');
	await expect.poll(isReady).toBe(false);
	await expect
		.poll(
			() => {
				scene.server.process.kill('SIGTERM');
				return scene.server.process.exitCode;
			},
			{ timeout: 30_000 },
		)
		.toBe(0);
	await ended;
	await Promise.all([host, client].map((page) => page.waitForSelector('[data-connection=lost]')));
	await scene.server.startAgain();
	await Promise.all([host, client].map((page) => page.waitForSelector('[data-connection=direct]')));
	await Promise.all([host, client].map((page) => expectMediaFlowing(page)));
});
