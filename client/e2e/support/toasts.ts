import type { Page } from 'puppeteer';

/** Waits for a notification on a page of this width; answers the names of the controls that it stands over. */
export async function coveredControls(page: Page, width: 390 | 1280): Promise<string[]> {
	await page.setViewport({ width, height: width === 390 ? 844 : 800 });
	await page.waitForSelector('[data-toast]', { visible: true });
	await page.evaluate(settled);
	return page.$$eval('[data-toast]', (toasts) => {
		const controls = [...document.querySelectorAll('button, a, input, textarea, [contenteditable=true]')];
		const touch = (one: DOMRect, other: DOMRect) =>
			one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
		return controls
			.filter((control) => control.checkVisibility() && control.closest('[data-toast]') === null)
			.filter((control) =>
				toasts.some((toast) => touch(toast.getBoundingClientRect(), control.getBoundingClientRect())),
			)
			.map((control) => control.getAttribute('aria-label') ?? control.textContent);
	});
}

/** Runs in the page: done when the new size is drawn, also by what measures itself first, and toasts have come to rest. */
async function settled(): Promise<void> {
	const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
	for (let frames = 0; frames < 3; frames += 1) await frame();
	const toasts = [...document.querySelectorAll('[data-toast]')];
	await Promise.allSettled(toasts.flatMap((toast) => toast.getAnimations().map(({ finished }) => finished)));
}
