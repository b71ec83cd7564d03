import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type * as encryptionPage from '../support/encryptionPage.ts';
import { launchChromium, launchFirefox, openPage, pageErrors } from '../support/browsers.ts';
import { serveBundled, type BundledPage } from '../support/bundledPage.ts';

type EncryptionPage = typeof encryptionPage;
type Counters = Awaited<ReturnType<EncryptionPage['counters']>>;

let bundled: BundledPage;
const browsers = {} as Record<'chromium' | 'firefox', Browser>;
const pages: Page[] = [];

beforeAll(async () => {
	bundled = await serveBundled(path.join(import.meta.dirname, '../support/encryptionPage.ts'));
	[browsers.chromium, browsers.firefox] = await Promise.all([launchChromium(), launchFirefox()]);
});
afterEach(async () => void (await Promise.all(pages.splice(0).map((page) => page.browserContext().close()))));
afterAll(async () => {
	await Promise.all(Object.values(browsers).map((browser) => browser.close()));
	bundled.close();
	expect(pageErrors).toEqual([]);
});

/** Calls what the page's module exports. */
function on<N extends keyof EncryptionPage>(page: Page, name: N, ...args: Parameters<EncryptionPage[N]>) {
	return page.evaluate(
		async (exported, values) => {
			const call: unknown = Reflect.get(Reflect.get(window, 'page'), exported);
			return typeof call === 'function' ? call(...values) : undefined;
		},
		name,
		args,
	) as Promise<Awaited<ReturnType<EncryptionPage[N]>>>;
}

async function open(browser: Browser, side: number): Promise<Page> {
	const page = await openPage(browser, bundled.url);
	pages.push(page);
	await page.waitForFunction(() => Reflect.has(window, 'page'));
	await on(page, 'prepare', side);
	return page;
}

async function connect(caller: Page, callee: Page): Promise<void> {
	await on(caller, 'accept', await on(callee, 'answer', await on(caller, 'offer')));
}

/** Waits for 20 more decoded pictures and more sound than now. @throws after 30 s, saying what came */
async function expectShown(page: Page): Promise<void> {
	const before = await on(page, 'arrived');
	let now = before;
	for (const end = Date.now() + 30_000; Date.now() < end;) {
		now = await on(page, 'arrived');
		if (now.framesDecoded >= before.framesDecoded + 20 && now.audioEnergy > before.audioEnergy) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`Nothing is shown: ${JSON.stringify([before, now, await on(page, 'counters')])}`);
}

/** Waits until frames have long been ending for the reason, and sees that none of what comes is shown. */
async function expectDropped(page: Page, reason: keyof Counters['dropped']): Promise<void> {
	const dropped = async () => (await on(page, 'counters')).dropped[reason];
	const untilDropped = async (more: number) => {
		const start = await dropped();
		await expect.poll(dropped, { timeout: 30_000 }).toBeGreaterThan(start + more);
	};
	// What was decrypted before may still wait to be played.
	await untilDropped(100);
	const before = await on(page, 'arrived');
	await untilDropped(100);
	const after = await on(page, 'arrived');
	expect(after.framesDecoded).toBe(before.framesDecoded);
	expect(after.audioEnergy - before.audioEnergy).toBeLessThan(1e-6);
}

describe.each([
	['chromium', 'chromium'],
	['firefox', 'firefox'],
	['chromium', 'firefox'],
	['firefox', 'chromium'],
] as const)('%s calls %s', (caller, callee) => {
	test('with the key each shows the other; without it, or with another, nothing', async () => {
		const [anna, bo] = await Promise.all([open(browsers[caller], 0), open(browsers[callee], 1)]);
		await connect(anna, bo);
		await expect.poll(async () => (await on(anna, 'counters')).dropped.noKey, { timeout: 30_000 }).toBeGreaterThan(50);
		expect((await on(bo, 'counters')).decrypted).toBe(0);

		await Promise.all([anna, bo].map((page) => on(page, 'addEpoch', 1, 1)));
		await Promise.all([anna, bo].map(expectShown));
		await Promise.all([anna, bo].map((page) => on(page, 'addEpoch', 2, 2)));
		await Promise.all([anna, bo].map(expectShown));

		await on(bo, 'forget');
		await expectDropped(bo, 'unknownKey');
		await on(bo, 'addEpoch', 3, 9);
		await on(anna, 'addEpoch', 3, 3);
		await expectDropped(bo, 'notAuthentic');
		await Promise.all([anna, bo].map((page) => on(page, 'addEpoch', 4, 4)));
		await Promise.all([anna, bo].map(expectShown));
		expect((await on(bo, 'counters')).dropped).toMatchObject({ malformed: 0, wrongSender: 0, failed: 0 });
	});
});
