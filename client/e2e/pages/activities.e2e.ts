import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cancelAppointment } from '../../../shared/contract/appointments.ts';
import { expectText, openWorkstation, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();
let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'samtal-download-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Chooses from a list behind a button that shows what is chosen now. */
async function choose(page: Page, label: string, option: string): Promise<void> {
	await page.locator(`aria/${label}[role="button"]`).click();
	await page.locator(`[role=option]::-p-text(${option})`).click();
}

const search = (page: Page) => new URL(page.url()).search;

test('what is filtered and searched is in the address and in the file; Back leads to what was before', async () => {
	const visits = await Promise.all(
		['Zoë Sought', 'Zoé Sought', 'Olga Other'].map((name) => scene.workstation.bookVisit(name)),
	);
	await scene.workstation.call(cancelAppointment, { params: { appointmentId: visits[0]?.id ?? '' }, body: {} });
	const page = await openWorkstation(scene.browser, scene.server, '/activities?period=all');
	await page.locator('input[type=search]').fill('zoe sought');
	await expectText(page, '2 of 2 visits');
	expect(search(page)).toBe('?period=all&search=zoe+sought');
	await choose(page, 'All State', 'Planned');
	await page.keyboard.press('Escape');
	await expectText(page, '1 of 1 visits');
	expect(search(page)).toBe('?period=all&status=PLANNED&search=zoe+sought');

	const session = await page.createCDPSession();
	const browserContextId = page.browserContext().id;
	await session.send('Browser.setDownloadBehavior', {
		...{ behavior: 'allow', downloadPath: folder },
		...(browserContextId !== undefined && { browserContextId }),
	});
	await press(page, 'Export CSV');
	const name = await vi.waitUntil(async () => (await readdir(folder)).find((file) => file.endsWith('.csv')), 10_000);
	const lines = (await readFile(path.join(folder, name), 'utf8')).trimEnd().split('\r\n');
	expect(lines).toHaveLength(2);
	expect(lines[1]).toContain('Planned,,Zoé Sought,');

	await press(page, 'Zoé Sought');
	await expectText(page, 'Open room');
	await page.keyboard.press('Escape');
	await page.goBack();
	await expectText(page, '2 of 2 visits');
});
