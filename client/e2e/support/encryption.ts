import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { press } from './people.ts';

/**
 * Waits until the badge of all these pages says that the call is encrypted, with one code and these many people.
 * @returns the code, which another epoch of keys would change
 */
export async function expectEncrypted(pages: readonly Page[]): Promise<string> {
	await Promise.all(pages.map((page) => page.waitForSelector('[data-encryption=on]')));
	const read = async () => new Set(await Promise.all(pages.map(readCode)));
	await expect.poll(async () => [...(await read())], { timeout: 20_000 }).toHaveLength(1);
	const [code] = await read();
	expect(code).toMatch(new RegExp(`^(\\d{5} ){5}${pages.length}$`));
	return code ?? '';
}

/** Waits until these pages say that nobody stands between the two devices. */
export async function expectConfirmed(pages: readonly Page[]): Promise<void> {
	for (const page of pages) {
		await press(page, 'Encrypted');
		await page.waitForSelector('[data-route-confirmed]');
		await page.keyboard.press('Escape');
		await page.waitForSelector('[data-route-confirmed]', { hidden: true });
	}
}

/** The comparison code, and how many people have the keys. */
async function readCode(page: Page): Promise<string> {
	await press(page, 'Encrypted');
	await page.waitForSelector('[data-comparison-code]');
	const text = await page.evaluate(() => {
		const groups = [...document.querySelectorAll('[data-comparison-code] span')].map((group) => group.textContent);
		return [...groups, document.querySelectorAll('[aria-labelledby=key-holders] li').length].join(' ');
	});
	await page.keyboard.press('Escape');
	await page.waitForSelector('[data-comparison-code]', { hidden: true });
	return text;
}
