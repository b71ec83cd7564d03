import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium, pageErrors } from './browsers.ts';
import { startServer, type TestServer } from './server.ts';
import { Workstation } from './workstation.ts';

export interface Scene {
	server: TestServer;
	browser: Browser;
	workstation: Workstation;
}

/**
 * The product, a Chromium and a signed-in professional for all tests of the calling file; ended after the last one.
 * No page may have had a script error by then.
 */
export function setScene(): Scene {
	const scene = {} as Scene;
	beforeAll(async () => {
		[scene.server, scene.browser] = await Promise.all([startServer(), launchChromium()]);
		scene.workstation = await Workstation.signIn(scene.server);
	});
	afterAll(async () => {
		await scene.browser?.close();
		await scene.server?.stop();
		expect(pageErrors).toEqual([]);
	});
	return scene;
}
