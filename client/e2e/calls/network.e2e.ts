import { test } from 'vitest';
import { layWire } from '../../../signalling/testing/wire.ts';
import { addGuest, joinLinkOf, startCall } from '../support/call.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { layMediaWire, noticesSilence } from '../support/mediaWire.ts';
import { admit, enterAsHost, waitAtDoor } from '../support/people.ts';
import { setScene, startOnCopy } from '../support/scene.ts';
import { freePort } from '../support/server.ts';

/** Where browsers reach the media server: only through a wire, and so only over TCP. */
const announced = '127.0.0.2';
const mediaPort = await freePort();
const scene = setScene({
	start: () => startOnCopy({ settings: { SFU_ANNOUNCED_ADDRESS: announced, SFU_PORT: String(mediaPort) } }),
});

// How long it takes is measured by `npm run bench:recovery`.
test('two who come to another network find each other again', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const host = await enterAsHost(scene.browser, scene.server, visit.id);
	const client = await waitAtDoor(scene.browser, joinLinkOf(visit), 'Vera Visitor');
	const wire = await layMediaWire(host, client);
	await admit(host, 'Vera Visitor', client);
	const pages = [host, client];
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
	wire.cut();
	await Promise.all(pages.map(noticesSilence));
	wire.mendElsewhere();
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
	wire.close();
});

test('a group over TCP has its media back after the way to the media server was gone', async () => {
	const wires = await Promise.all([mediaPort, mediaPort + 1].map((port) => layWire(port, { host: announced, port })));
	const call = await startCall(scene, 'Vera Visitor');
	const guest = await addGuest(scene, call, 'Gus Guest');
	const pages = [call.host, call.client, guest];
	await Promise.all(pages.map((page) => expectMediaFlowing(page, 2)));
	for (const wire of wires) wire.cut();
	await Promise.all(pages.map(noticesSilence));
	for (const wire of wires) wire.mend();
	await Promise.all(pages.map((page) => expectMediaFlowing(page, 2)));
	for (const wire of wires) wire.close();
});
