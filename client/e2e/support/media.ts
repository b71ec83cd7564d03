import type { Page } from 'puppeteer';
import { z } from 'zod';

const received = z.object({
	framesDecoded: z.number(),
	audioEnergy: z.number(),
	videoStreams: z.number(),
	audioStreams: z.number(),
	srtpCiphers: z.array(z.string()),
});
/** What a page has received over all its peer connections: decoded frames and the energy of the sound. */
export type Received = z.infer<typeof received>;

async function receivedMedia(page: Page): Promise<Received> {
	const counted = await page.evaluate(async () => {
		const connections = (window as unknown as { peerConnections?: RTCPeerConnection[] }).peerConnections ?? [];
		const sum = { framesDecoded: 0, audioEnergy: 0, videoStreams: 0, audioStreams: 0, srtpCiphers: [] as string[] };
		for (const connection of connections) {
			if (connection.connectionState === 'closed') continue;
			for (const entry of (await connection.getStats()).values()) {
				if (entry.type === 'transport' && entry.srtpCipher) sum.srtpCiphers.push(entry.srtpCipher);
				if (entry.type !== 'inbound-rtp') continue;
				if (entry.kind === 'video' && entry.framesDecoded > 0) {
					sum.framesDecoded += entry.framesDecoded;
					sum.videoStreams += 1;
				}
				if (entry.kind === 'audio' && entry.totalAudioEnergy > 0) {
					sum.audioEnergy += entry.totalAudioEnergy;
					sum.audioStreams += 1;
				}
			}
		}
		return sum;
	});
	return received.parse(counted);
}

/** From now on only connections count that are made later. */
export const forgetConnections = (page: Page): Promise<void> =>
	page.evaluate(() => {
		(window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections.length = 0;
	});

/** Waits until this page has decoded pictures of `streams` others, and heard so many too if that is asked. @throws after 30 s */
export async function expectPictures(page: Page, streams: number, heard = 0): Promise<void> {
	await awaitMedia(page, ({ videoStreams, audioStreams }) => videoStreams >= streams && audioStreams >= heard);
}

/** Waits until this page decodes pictures that are newer than now, and has those of `streams` others. @throws after 30 s */
export async function expectNewPictures(page: Page, streams: number): Promise<void> {
	const before = await receivedMedia(page);
	await awaitMedia(page, (now) => now.framesDecoded > before.framesDecoded && now.videoStreams >= streams);
}

/** Looks until what the page has received is enough. @throws after 30 s, saying what came. */
async function awaitMedia(page: Page, enough: (now: Received) => boolean): Promise<Received> {
	let now = await receivedMedia(page);
	for (const end = Date.now() + 30_000; Date.now() < end; now = await receivedMedia(page)) {
		if (enough(now)) return now;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`Not enough media: ${JSON.stringify(now)}`);
}

/**
 * Waits until this page has decoded 20 more video frames and heard more sound than now, from `streams` others.
 * @throws after 30 s, saying what came.
 */
export async function expectMediaFlowing(page: Page, streams = 1): Promise<Received> {
	const before = await receivedMedia(page);
	return awaitMedia(
		page,
		(now) =>
			now.framesDecoded >= before.framesDecoded + 20 &&
			now.audioEnergy > before.audioEnergy &&
			now.videoStreams >= streams &&
			now.audioStreams >= streams,
	);
}
