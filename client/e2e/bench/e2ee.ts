// What encryption end to end costs for each frame, and for each change of the group, in Chromium's worker.
import path from 'node:path';
import { launchChromium, openPage } from '../support/browsers.ts';
import { serveBundled } from '../support/bundledPage.ts';

const [served, browser] = await Promise.all([
	serveBundled(path.join(import.meta.dirname, 'e2ee-page.ts')),
	launchChromium(),
]);
try {
	const page = await openPage(browser, served.url);
	await page.waitForFunction(() => Reflect.has(window, 'page'));
	const measured = await page.evaluate('page.measure()');
	process.stdout.write(`${JSON.stringify(measured)}\n`);
} finally {
	await browser.close();
	served.close();
}
