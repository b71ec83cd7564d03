import type { Page } from 'puppeteer';
import { z } from 'zod';

/** Runs in the page: notes when the button that admits somebody is let go, in ms since the epoch. */
export function watchAdmit(): void {
	addEventListener(
		'pointerup',
		({ target, timeStamp }) => {
			const button = target instanceof Element ? target.closest('button') : null;
			if (button) Object.assign(window, { admittedAt: performance.timeOrigin + timeStamp });
		},
		{ capture: true },
	);
}

/** Runs in the page before its own scripts: notes that the means to be added to the group of keys were sent. */
export function watchOffer(): void {
	const { send } = WebSocket.prototype;
	WebSocket.prototype.send = function (data) {
		if (typeof data === 'string' && data.includes('"offerKeys"')) Object.assign(window, { offeredKeys: true });
		send.call(this, data);
	};
}

/** Runs in the page: whether what comes after the door is made ready there. */
export function madeReady(path: 'direct' | 'sfu'): boolean {
	const connections: RTCPeerConnection[] = Reflect.get(window, 'peerConnections');
	if (!Reflect.has(window, 'offeredKeys')) return false;
	return connections.some(({ connectionState }) => path === 'direct' || connectionState === 'connected');
}

/** Runs in the page: notes when the first frame of anybody else's picture is rendered, in ms since the epoch. */
export function watchFirstPicture(): void {
	const watched = new Set<HTMLVideoElement>();
	const watch = () => {
		for (const video of document.querySelectorAll<HTMLVideoElement>('[data-peer]:not([data-self]) video')) {
			if (watched.has(video)) continue;
			watched.add(video);
			video.requestVideoFrameCallback((now) => {
				if (!Reflect.has(window, 'shownAt')) Object.assign(window, { shownAt: performance.timeOrigin + now });
			});
		}
	};
	new MutationObserver(watch).observe(document, { childList: true, subtree: true });
}

/** When the page first rendered somebody else, in ms since the epoch. @throws after 30 s. */
export async function firstPictureAt(page: Page): Promise<number> {
	await page.waitForFunction(() => Reflect.has(window, 'shownAt'), { timeout: 30_000 });
	return z.number().parse(await page.evaluate(() => Reflect.get(window, 'shownAt')));
}
