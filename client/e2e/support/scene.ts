import type { Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium, pageErrors, pageScripts } from './browsers.ts';
import { useSmallCamera } from './camera.ts';
import { createTestDatabase } from '../../../server/testing/database.ts';
import { startServer, type TestServer } from './server.ts';
import { Workstation } from './workstation.ts';

export interface Scene {
	server: TestServer;
	browser: Browser;
	workstation: Workstation;
}

/**
 * The product, a Chromium and a signed-in professional for all tests of the calling file; ended after the last one.
 * No page may have had a script error by then. Pages close after each test, or with `keepPages` after the last:
 * calls that nobody looks at any more would take the machine from those that are tested. Cameras are small for the same
 * reason.
 */
export function setScene({ keepPages = false, start = () => startOnCopy() } = {}): Scene {
	const scene = {} as Scene;
	pageScripts.push(useSmallCamera);
	beforeAll(async () => {
		[scene.server, scene.browser] = await Promise.all([start(), launchChromium()]);
		scene.workstation = await Workstation.signIn(scene.server);
	});
	afterEach(async ({ task }) => {
		if (task.result?.state === 'fail') await pictureAll(scene.browser, task.name);
		if (keepPages) return;
		const contexts = scene.browser
			.browserContexts()
			.filter((context) => context !== scene.browser.defaultBrowserContext());
		await Promise.all(contexts.map((context) => context.close()));
	});
	afterAll(async () => {
		await scene.browser?.close();
		await scene.server?.stop();
		expect(pageErrors).toEqual([]);
	});
	return scene;
}

/** Starts the product on a copy of the run's migrated database. */
export const startOnCopy = async (options: Parameters<typeof startServer>[0] = {}): Promise<TestServer> =>
	startServer({ ...options, database: await createTestDatabase() });

const failures = path.resolve('screens/failures');

/** What every page showed when a test failed. */
async function pictureAll(browser: Browser, test: string): Promise<void> {
	await mkdir(failures, { recursive: true });
	const pages = await Promise.all(browser.browserContexts().map((context) => context.pages()));
	for (const [index, page] of pages.flat().entries()) {
		const file = `${test.replaceAll(/\W+/g, '-').slice(0, 60)}-${index}.png` as const;
		await page.screenshot({ path: path.join(failures, file) });
	}
}
