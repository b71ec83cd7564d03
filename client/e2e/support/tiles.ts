import type { Page } from 'puppeteer';

/** Which tiles the page has shown since, each time that they changed, and whether it said that somebody left. */
export async function watchTiles(page: Page): Promise<() => Promise<{ tiles: string[]; left: boolean }>> {
	await page.evaluate(() => {
		const seen = { tiles: [] as string[], left: false };
		const look = () => {
			const tiles = [...document.querySelectorAll('figure[data-peer]')].map((tile) => tile.getAttribute('data-peer'));
			if (seen.tiles.at(-1) !== tiles.join(' ')) seen.tiles.push(tiles.join(' '));
			seen.left ||= /\bleft\b/.test(document.body.innerText);
		};
		look();
		new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
		Object.assign(window, { seen });
	});
	return () => page.evaluate(() => (window as unknown as { seen: { tiles: string[]; left: boolean } }).seen);
}
