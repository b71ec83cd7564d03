import type { Page } from 'puppeteer';

/** The longest time, in ms, in which nothing new was decoded or heard. */
export interface Pauses {
	picture: number;
	/** The fake microphone beeps about once a second. */
	sound: number;
}

/** From now on looks twenty times a second at what arrives in the page. Answers how to read the longest pauses so far. */
export async function watchPauses(page: Page): Promise<() => Promise<Pauses>> {
	await page.evaluate(() => {
		const watched = window as unknown as { peerConnections: RTCPeerConnection[]; pauses: Pauses };
		const sum = { picture: 0, sound: 0 };
		const since = { picture: performance.now(), sound: performance.now() };
		watched.pauses = { picture: 0, sound: 0 };
		const look = async () => {
			const now = { picture: 0, sound: 0 };
			for (const connection of watched.peerConnections) {
				for (const entry of (await connection.getStats()).values()) {
					if (entry.type !== 'inbound-rtp') continue;
					now.picture += entry.framesDecoded ?? 0;
					now.sound += entry.totalAudioEnergy ?? 0;
				}
			}
			const time = performance.now();
			for (const kind of ['picture', 'sound'] as const) {
				watched.pauses[kind] = Math.max(watched.pauses[kind], time - since[kind]);
				if (now[kind] > sum[kind]) since[kind] = time;
				sum[kind] = now[kind];
			}
			setTimeout(() => void look(), 50);
		};
		void look();
	});
	return () => page.evaluate(() => (window as unknown as { pauses: Pauses }).pauses);
}
