import type { Page, WebWorker } from 'puppeteer';
import { expect, test } from 'vitest';
import { listCallQuality } from '../../../shared/contract/quality.ts';
import type { DropReason } from '../../features/call/e2ee/frames/FrameCipher.ts';
import { startCall } from '../support/call.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { expectText, press } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

async function openFigures(page: Page): Promise<void> {
	await page.locator('[data-connection]').click();
	await page.locator('summary').click();
}

/** Waits until the figures show at least one frame that was dropped for this reason. */
const expectDropped = (page: Page, reason: DropReason) =>
	page.waitForFunction((wanted) => document.querySelector(`[data-dropped=${wanted}]`), { timeout: 20_000 }, reason);

test('how good a call is can be read in it, and is stored with its visit', async () => {
	const { client, visit } = await startCall(scene, 'Vera Visitor');
	await expectMediaFlowing(client);
	await openFigures(client);
	await client.waitForSelector('[data-srtp-cipher]');
	await expectText(client, 'kbit/s');
	// Two more measurements: what is told at the end is made of the time between them.
	for (const _ of [1, 2]) {
		const before = await client.$eval('details', (figures) => figures.textContent);
		await client.waitForFunction((old) => document.querySelector('details')?.textContent !== old, {}, before);
	}
	await client.keyboard.press('Escape');

	await press(client, 'Leave');
	await expectText(client, 'would be left alone in the call');
	await press(client, 'Leave');
	const stored = async () => {
		const { people } = await scene.workstation.call(listCallQuality, { params: { appointmentId: visit.id } });
		const summary = people.find(({ name }) => name === 'Vera Visitor')?.summary;
		return (
			summary && {
				connection: summary.connection,
				measured: summary.goodSeconds + summary.fairSeconds + summary.poorSeconds > 0,
			}
		);
	};
	await expect.poll(stored, { timeout: 10_000 }).toEqual({ connection: 'direct', measured: true });
});

test('what became of the frames can be read on both sides, with the reason where they were dropped', async () => {
	const { host, client } = await startCall(scene, 'Vera Visitor');
	const pages = [host, client];
	await Promise.all(pages.map((page) => expectMediaFlowing(page)));
	await Promise.all(pages.map(openFigures));
	for (const page of pages) {
		await page.waitForFunction(() => /Frames: [1-9]\d* encrypted, [1-9]\d* decrypted/.test(document.body.innerText));
		expect(await page.$('[data-dropped=notAuthentic]')).toBeNull();
	}
	await workerOf(client).evaluate(spoilFrames);
	await expectDropped(host, 'notAuthentic');
	await workerOf(client).evaluate(failToEncrypt);
	await expectDropped(client, 'failed');
	expect(await client.$('[data-dropped=notAuthentic]')).toBeNull();
});

function workerOf(page: Page): WebWorker {
	const worker = page.workers().find((one) => one.url().includes('frames.worker'));
	if (!worker) throw new Error('The page encrypts no frames');
	return worker;
}

/** Runs in the worker: what it encrypts is changed on its way. */
function spoilFrames(): void {
	const { subtle } = crypto;
	const encrypt = subtle.encrypt.bind(subtle);
	subtle.encrypt = async (...input) => {
		const sealed = new Uint8Array(await encrypt(...input));
		sealed[0] = (sealed[0] ?? 0) ^ 1;
		return sealed.buffer;
	};
}

/** Runs in the worker: nothing can be encrypted any more. */
function failToEncrypt(): void {
	crypto.subtle.encrypt = () => Promise.reject(new Error('no encryption'));
}
