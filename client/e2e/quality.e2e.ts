import { expect, test } from 'vitest';
import { listCallQuality } from '../../shared/contract/quality.ts';
import { startCall } from './support/call.ts';
import { expectMediaFlowing } from './support/media.ts';
import { expectText, press } from './support/people.ts';
import { setScene } from './support/scene.ts';

const scene = setScene();

test('how good a call is can be read in it, and is stored with its visit', async () => {
	const { client, visit } = await startCall(scene, 'Vera Visitor');
	await expectMediaFlowing(client);
	await client.locator('[data-connection]').click();
	await client.locator('summary').click();
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
