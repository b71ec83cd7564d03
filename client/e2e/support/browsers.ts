import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findBrowser } from '../../../scripts/browsers.mjs';

/** Chromium with a fake camera and microphone (beeps and a moving picture), and nothing from the network. */
export function launchChromium(...extraArgs: string[]): Promise<Browser> {
	return puppeteer.launch({
		executablePath: findBrowser('chromium'),
		headless: true,
		args: [
			'--no-sandbox',
			// Several pages share two cores: half the pictures are enough to count.
			'--use-fake-device-for-media-stream=fps=15',
			'--use-fake-ui-for-media-stream',
			'--autoplay-policy=no-user-gesture-required',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
			'--disable-backgrounding-occluded-windows',
			'--disable-renderer-backgrounding',
			'--disable-background-timer-throttling',
			'--lang=en-GB',
			...extraArgs,
		],
	});
}

/** Firefox with fake devices; ICE may use loopback, as both sides are on this machine. */
export function launchFirefox(): Promise<Browser> {
	return puppeteer.launch({
		browser: 'firefox',
		executablePath: findBrowser('firefox'),
		headless: true,
		extraPrefsFirefox: {
			'media.navigator.streams.fake': true,
			'media.navigator.permission.disabled': true,
			'media.peerconnection.ice.loopback': true,
			'media.autoplay.default': 0,
			'intl.accept_languages': 'en-GB',
			'app.update.enabled': false,
		},
	});
}

/** A page of its own (no shared cookies or storage) at the given size, which fails the test on a script error. */
export async function openPage(browser: Browser, url: string, size = { width: 1024, height: 640 }): Promise<Page> {
	const context = await browser.createBrowserContext();
	const page = await context.newPage();
	await page.setViewport(size);
	page.on('pageerror', (error) => pageErrors.push(`${page.url()}: ${String(error)}`));
	for (const script of pageScripts) await page.evaluateOnNewDocument(script);
	await page.goto(url);
	return page;
}

/** Run in every page before its own scripts; a test file may add to them. */
export const pageScripts: (() => void)[] = [collectPeerConnections];

/** Script errors of all pages so far; each test file asserts that there were none. */
export const pageErrors: string[] = [];

/** Runs in the page: keeps every RTCPeerConnection at hand, so that a test can read its statistics. */
function collectPeerConnections(): void {
	const Original = window.RTCPeerConnection;
	const all: RTCPeerConnection[] = [];
	window.RTCPeerConnection = class extends Original {
		constructor(configuration?: RTCConfiguration) {
			super(configuration);
			all.push(this);
		}
	};
	Object.assign(window, { peerConnections: all });
}
