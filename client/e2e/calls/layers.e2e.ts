import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addGuest, startCall } from '../support/call.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { startNarrowNetwork, type NarrowNetwork } from '../support/narrowNetwork.ts';
import { admit, waitAtDoor } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

/** What two voices and two pictures of the lowest layer fit into, and no more. */
const narrowKbps = 250;

const scene = setScene();

test('what nobody sees costs its sender the lowest layer alone', async () => {
	const call = await startCall(scene, 'Vera Visitor');
	const guest = await addGuest(scene, call, 'Gabriel Guest');
	await Promise.all([call.host, call.client, guest].map((page) => expectMediaFlowing(page, 2)));
	await expect.poll(async () => (await layersSentIn(call.client, 1_000)).length, patience).toBeGreaterThan(1);

	for (const page of [call.host, guest]) await page.addStyleTag({ content: 'figure { display: none !important }' });
	await expect.poll(() => layersSentIn(call.client, 1_000), patience).toEqual(['r0']);
});

test('who has a narrow network gets a smaller picture, and the others keep theirs', async () => {
	const call = await startCall(scene, 'Vera Visitor');
	const guest = await waitAtDoor(
		scene.browser,
		await scene.workstation.inviteGuest(call.visit.id, 'Gabriel'),
		'Gabriel',
	);
	let network: NarrowNetwork | undefined;
	await guest.exposeFunction('narrowPort', async (mediaPort: number) => {
		network ??= await startNarrowNetwork(mediaPort, narrowKbps);
		return network.port;
	});
	await guest.evaluate(goOverNarrowNetwork);
	try {
		await admit(call.host, 'Gabriel', guest);
		await Promise.all([call.host, guest].map((page) => expectMediaFlowing(page, 2)));
		const seen = async () => {
			const [sent, wide, narrow] = [
				await highest(call.client, 'outbound-rtp'),
				await highest(call.host, 'inbound-rtp'),
				await highest(guest, 'inbound-rtp'),
			];
			return { narrow: narrow < wide, wide: wide === sent };
		};
		await expect.poll(seen, patience).toEqual({ narrow: true, wide: true });
	} finally {
		network?.close();
	}
});

/** Runs in the page: the media server is found at another port, over UDP alone. */
function goOverNarrowNetwork(): void {
	const { narrowPort } = window as unknown as { narrowPort(mediaPort: number): Promise<number> };
	const { setRemoteDescription } = RTCPeerConnection.prototype;
	RTCPeerConnection.prototype.setRemoteDescription = async function narrowed(description: RTCSessionDescriptionInit) {
		const lines = (description.sdp ?? '').split('\r\n').filter((line) => !/^a=candidate:\S+ \d tcp /i.test(line));
		const mediaPort = lines.map((line) => /^a=candidate:\S+ \d udp \d+ \S+ (\d+) /i.exec(line)?.[1]).find(Boolean);
		const port = await narrowPort(Number(mediaPort));
		const sdp = lines
			.map((line) => line.replace(/^(a=candidate:\S+ \d udp \d+ \S+) \d+ /i, `$1 ${port} `))
			.join('\r\n');
		await Reflect.apply(setRemoteDescription, this, [{ type: description.type, sdp }]);
	};
}

/** The highest picture that runs one way on a page's connections; lines. How much is coded is up to the machine as well. */
const highest = async (page: Page, way: 'inbound-rtp' | 'outbound-rtp') =>
	z.number().parse(
		await page.evaluate(async (wanted) => {
			const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
			const open = peerConnections.filter(({ connectionState }) => connectionState === 'connected');
			const entries = (await Promise.all(open.map((one) => one.getStats()))).flatMap((report) => [...report.values()]);
			const running = entries.filter(({ type, framesPerSecond }) => type === wanted && framesPerSecond > 0);
			return Math.max(0, ...running.map(({ frameHeight }) => Number(frameHeight)));
		}, way),
	);

/** An encoder that is short of time sends its lowest layer alone, until it has more; in ms. */
const patience = { timeout: 60_000, interval: 100 };
const bytesByLayer = z.record(z.string(), z.number());

/** Which of its camera's layers a page sends within so many milliseconds, from `r0`, the lowest, on. */
async function layersSentIn(page: Page, ms: number): Promise<string[]> {
	const before = await sentBytes(page);
	await new Promise((resolve) => setTimeout(resolve, ms));
	const after = await sentBytes(page);
	return Object.keys(after).filter((rid) => (after[rid] ?? 0) > (before[rid] ?? 0));
}

const sentBytes = async (page: Page) =>
	bytesByLayer.parse(
		await page.evaluate(async () => {
			const sent: Record<string, number> = {};
			const { peerConnections } = window as unknown as { peerConnections: RTCPeerConnection[] };
			for (const connection of peerConnections.filter(({ connectionState }) => connectionState === 'connected')) {
				for (const entry of (await connection.getStats()).values()) {
					if (entry.type === 'outbound-rtp' && entry.rid) sent[entry.rid] = entry.bytesSent;
				}
			}
			return sent;
		}),
	);
