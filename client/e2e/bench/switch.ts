// How long sound and picture pause when a third person comes (direct to media server) and goes (back), at the first two.
import type { Page } from 'puppeteer';
import { launchChromium, pageScripts } from '../support/browsers.ts';
import { startCall } from '../support/call.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { admit, expectText, press, waitAtDoor } from '../support/people.ts';
import { startServer } from '../support/server.ts';
import { Workstation } from '../support/workstation.ts';
import { clockOf, gapsSince, sendWithoutPause, watchContinuity } from './continuity.ts';

const rounds = 3;
const calmMs = 1_000;

/** The longest pauses that anybody of them had since; ms. */
async function longest(
	pages: readonly Page[],
	since: readonly number[],
): Promise<{ soundMs: number; pictureMs: number }> {
	const gaps = await Promise.all(pages.map((page, index) => gapsSince(page, since[index] ?? 0)));
	return {
		soundMs: Math.round(Math.max(...gaps.flat().map(({ sound }) => sound))),
		pictureMs: Math.round(Math.max(...gaps.flat().map(({ picture }) => picture))),
	};
}

const clocks = (pages: readonly Page[]): Promise<number[]> => Promise.all(pages.map(clockOf));
const flowing = (pages: readonly Page[], streams: number) =>
	Promise.all(pages.map((page) => expectMediaFlowing(page, streams)));
const middle = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

pageScripts.push(sendWithoutPause, watchContinuity);
const [server, browser] = await Promise.all([startServer(), launchChromium()]);
try {
	const workstation = await Workstation.signIn(server);
	const call = await startCall({ server, browser, workstation }, 'Vera Visitor');
	const pair = [call.host, call.client];
	await flowing(pair, 1);
	const found = { still: [], comes: [], goes: [] } as Record<string, { soundMs: number; pictureMs: number }[]>;
	for (let round = 1; round <= rounds; round += 1) {
		const name = `Guest ${round}`;
		const guest = await waitAtDoor(browser, await workstation.inviteGuest(call.visit.id, name), name);
		const still = await clocks(pair);
		await new Promise((resolve) => setTimeout(resolve, calmMs));
		found['still']?.push(await longest(pair, still));

		const comes = await clocks(pair);
		await admit(call.host, name, guest);
		await flowing([...pair, guest], 2);
		await expectText(call.client, 'Group server');
		found['comes']?.push(await longest(pair, comes));

		const goes = await clocks(pair);
		await press(guest, 'Leave');
		await expectText(call.host, 'Direct');
		await flowing(pair, 1);
		found['goes']?.push(await longest(pair, goes));
		await guest.browserContext().close();
	}
	const medians = Object.entries(found).map(([when, values]) => [
		when,
		{
			soundMs: middle(values.map(({ soundMs }) => soundMs)),
			pictureMs: middle(values.map(({ pictureMs }) => pictureMs)),
		},
	]);
	process.stdout.write(`${JSON.stringify(Object.fromEntries(medians))}\n`);
} finally {
	await browser.close();
	await server.stop();
}
