import type { Page } from 'puppeteer';
import { z } from 'zod';

const turned = z.object({
	/** From letting go of the button to the frame in which the view is painted. */
	ms: z.number(),
	/** The longest task of the main thread meanwhile, in ms; 0 if none was longer than 50 (Long Tasks API). */
	longestTaskMs: z.number(),
	requests: z.number(),
	/** Of the answers' bodies, as they came over the network. */
	bytes: z.number(),
});
export type Turned = z.infer<typeof turned>;

const drawn = z.object({ framesPerSecond: z.number(), longestTaskMs: z.number() });
export type Drawn = z.infer<typeof drawn>;

/** Presses a button of the calendar, and measures until the view shows `text`, which the one before does not. */
export async function measureTurn(page: Page, button: string, text: string): Promise<Turned> {
	await page.evaluate(watchTurn, text);
	await page.locator(button).click();
	return turned.parse(await page.evaluate(() => Reflect.get(window, 'turned')));
}

/** Draws the visit that is at hand over the calendar and back, for about two seconds, and lets it go where it was. */
export async function measureDrag(page: Page, text: string): Promise<Drawn> {
	const event = await page.waitForSelector(`.calendar ::-p-text(${text})`);
	await event?.scrollIntoView();
	const box = await event?.boundingBox();
	if (!box) throw new Error(`${text} is not to be seen`);
	const [x, y] = [box.x + box.width / 2, box.y + 4];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.evaluate(watchDrag);
	for (let step = 1; step <= 120; step += 1) {
		const turn = (step / 120) * 2 * Math.PI;
		await page.mouse.move(x + 300 * Math.sin(turn), y + 100 * (1 - Math.cos(turn)));
	}
	const result = drawn.parse(await page.evaluate(() => Reflect.get(window, 'drawn')()));
	await page.mouse.up();
	return result;
}

/** Runs in the page: `window.turned` becomes what was measured, once the text stands in the calendar. */
function watchTurn(text: string): void {
	performance.clearResourceTimings();
	let longestTaskMs = 0;
	const tasks = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
	});
	tasks.observe({ type: 'longtask' });
	let pressedAt = Number.POSITIVE_INFINITY;
	addEventListener('pointerup', ({ timeStamp }) => (pressedAt = timeStamp), { once: true, capture: true });
	const turning = new Promise<void>((resolve) => {
		const look = () => {
			const isShown = document.querySelector('.calendar')?.textContent.includes(text) === true;
			if (isShown) resolve();
			else requestAnimationFrame(look);
		};
		look();
	});
	const painted = async () => {
		await turning;
		// The frame that has it is painted before the next task.
		await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
		const ms = performance.now() - pressedAt;
		// A long task is told of when it has ended.
		await new Promise((resolve) => setTimeout(resolve, 100));
		tasks.disconnect();
		const answers = performance
			.getEntriesByType('resource')
			.flatMap((entry) =>
				entry instanceof PerformanceResourceTiming && /\/(?:api|events)\b/.test(entry.name) ? [entry] : [],
			);
		const bytes = answers.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
		return { ms, longestTaskMs, requests: answers.length, bytes };
	};
	Object.assign(window, { turned: painted() });
}

/** Runs in the page: `window.drawn()` answers with what was measured from here on. */
function watchDrag(): void {
	let longestTaskMs = 0;
	const tasks = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
	});
	tasks.observe({ type: 'longtask' });
	const startedAt = performance.now();
	let frames = 0;
	const count = () => {
		frames += 1;
		requestAnimationFrame(count);
	};
	requestAnimationFrame(count);
	const drawnUntilNow = () => {
		const framesPerSecond = (frames / (performance.now() - startedAt)) * 1_000;
		return { framesPerSecond, longestTaskMs };
	};
	Object.assign(window, { drawn: drawnUntilNow });
}
