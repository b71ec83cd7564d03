import type { Page } from 'puppeteer';
import { z } from 'zod';

const stream = z.object({
	id: z.string(),
	kind: z.enum(['audio', 'video']),
	framesDecoded: z.number(),
	/** Of the sound that came. */
	energy: z.number(),
	packetsReceived: z.number(),
	framesReceived: z.number(),
	keyFramesDecoded: z.number(),
	pliCount: z.number(),
});
type Stream = z.infer<typeof stream>;

const received = z.object({ streams: z.array(stream), srtpCiphers: z.array(z.string()) });
/** What a page receives over its open peer connections, each stream by an id that no other has. */
export type Received = z.infer<typeof received>;

async function receivedMedia(page: Page): Promise<Received> {
	const read = await page.evaluate(async () => {
		const connections = (window as unknown as { peerConnections?: RTCPeerConnection[] }).peerConnections ?? [];
		const streams = [];
		const srtpCiphers: string[] = [];
		for (const [index, connection] of connections.entries()) {
			if (connection.connectionState === 'closed') continue;
			for (const entry of (await connection.getStats()).values()) {
				if (entry.type === 'transport' && entry.srtpCipher) srtpCiphers.push(entry.srtpCipher);
				if (entry.type !== 'inbound-rtp') continue;
				const { kind, framesDecoded = 0, totalAudioEnergy: energy = 0, packetsReceived = 0 } = entry;
				const { framesReceived = 0, keyFramesDecoded = 0, pliCount = 0 } = entry;
				const counts = { framesDecoded, energy, packetsReceived, framesReceived, keyFramesDecoded, pliCount };
				streams.push({ id: `${index}/${entry.id}`, kind, ...counts });
			}
		}
		return { streams, srtpCiphers };
	});
	return received.parse(read);
}

/** From now on only connections count that are made later. */
export const forgetConnections = (page: Page): Promise<void> =>
	page.evaluate(() => {
		(window as unknown as { peerConnections: RTCPeerConnection[] }).peerConnections.length = 0;
	});

const seenIn = ({ streams }: Received) => streams.filter(({ framesDecoded }) => framesDecoded > 0);
const heardIn = ({ streams }: Received) => streams.filter(({ energy }) => energy > 0);

/** Waits until this page has decoded pictures of `streams` others, and heard so many too if that is asked. @throws after 30 s */
export async function expectPictures(page: Page, streams: number, heard = 0): Promise<void> {
	await awaitMedia(page, (now) => seenIn(now).length >= streams && heardIn(now).length >= heard);
}

/** Waits until this page decodes pictures of `streams` others that are newer than now. @throws after 30 s */
export async function expectNewPictures(page: Page, streams: number): Promise<void> {
	const more = comparedWith(await receivedMedia(page));
	await awaitMedia(page, (now) => now.streams.filter((one) => more(one).framesDecoded > 0).length >= streams);
}

/** How much more of a stream came than in `before`, where it may be missing; connections that ended count for nothing. */
function comparedWith(before: Received) {
	const known = new Map(before.streams.map((one) => [one.id, one]));
	return (one: Stream) => ({
		framesDecoded: one.framesDecoded - (known.get(one.id)?.framesDecoded ?? 0),
		energy: one.energy - (known.get(one.id)?.energy ?? 0),
	});
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
 * Waits until this page has decoded 20 more video frames and heard more sound than now of each of `streams` others.
 * @throws after 30 s, saying what came.
 */
export async function expectMediaFlowing(page: Page, streams = 1): Promise<Received> {
	const more = comparedWith(await receivedMedia(page));
	return awaitMedia(
		page,
		(now) =>
			now.streams.filter((one) => more(one).framesDecoded >= 20).length >= streams &&
			now.streams.filter((one) => more(one).energy > 0).length >= streams,
	);
}
