import type { Page } from 'puppeteer';

/** Fills the stand-in's card form with a test card, and sends it. */
export async function enterCard(page: Page, number: string): Promise<void> {
	for (const [field, value] of Object.entries({ 'cc-number': number, 'cc-exp': '1230', 'cc-csc': '123' })) {
		await page.locator(`input[autocomplete=${field}]`).click({ count: 3 });
		await page.keyboard.type(value);
	}
	await page.locator('form:has(input[autocomplete=cc-number]) button[type=submit]').click();
}
