import type { Page } from 'puppeteer';
import { afterAll, afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { betweenBrowsersHere, startTurnServer, type TurnServer } from '../../../server/testing/turnServer.ts';
import { openPage, pageScripts } from '../support/browsers.ts';
import { startCall } from '../support/call.ts';
import { expectEncrypted } from '../support/encryption.ts';
import { expectMediaFlowing } from '../support/media.ts';
import { expectText, press } from '../support/people.ts';
import { setScene, startOnCopy } from '../support/scene.ts';
import { packetsAtMediaServer } from '../support/server.ts';

let turn: TurnServer;
const scene = setScene({
	start: async () => {
		turn = await startTurnServer(betweenBrowsersHere);
		return startOnCopy({ settings: { TURN_URLS: turn.url, TURN_SECRET: turn.secret } });
	},
});
const scriptsBefore = pageScripts.length;
afterEach(() => {
	pageScripts.splice(scriptsBefore);
});
afterAll(() => turn[Symbol.asyncDispose]());

test('where no direct way leads, the call goes over the TURN server, and the screen says so', async () => {
	pageScripts.push(reachNobodyDirectly);
	const { host, client } = await startCall(scene, 'Vera Visitor');
	await Promise.all([host, client].map((page) => expectMediaFlowing(page)));
	for (const page of [host, client]) await expectText(page, 'Relayed');
	await expectEncrypted([host, client]);
	expect(await packetsAtMediaServer(scene.server)).toBe(0);
});

test('devices that talk directly learn of each other’s addresses', async () => {
	pageScripts.push(rememberCandidates);
	const { host, client } = await startCall(scene, 'Vera Visitor');
	await Promise.all([host, client].map((page) => expectMediaFlowing(page)));
	for (const page of [host, client]) {
		expect((await candidatesAt(page)).filter((candidate) => !isRelayed(candidate))).not.toEqual([]);
	}
});

test('where a manager hides addresses, no device learns anything of the other but the relay', async () => {
	const { server, browser } = scene;
	const manager = await openPage(browser, new URL('/settings', server.url).href);
	const { email, password } = server.accounts.find(({ role }) => role === 'MANAGER') ?? expect.fail('no manager');
	await manager.locator('input[type=email]').fill(email);
	await manager.locator('input[type=password]').fill(password);
	await press(manager, 'Sign in');
	await manager.locator('label ::-p-text(Send calls of two through our relay only)').click();
	await manager.waitForSelector('[role=switch]:checked:enabled');
	await manager.browserContext().close();

	pageScripts.push(rememberCandidates);
	const { host, client } = await startCall(scene, 'Wanda Waiting');
	await Promise.all([host, client].map((page) => expectMediaFlowing(page)));
	for (const page of [host, client]) {
		await expectText(page, 'Relayed');
		const candidates = await candidatesAt(page);
		expect(candidates).not.toEqual([]);
		expect(candidates.filter((candidate) => !isRelayed(candidate))).toEqual([]);
	}
});

/** A relay's own address alone: the one behind it (RFC 8839, section 5.1, `raddr`) is not named either. */
const isRelayed = (candidate: string): boolean => / typ relay /.test(candidate) && / raddr 0\.0\.0\.0 /.test(candidate);

/** Every candidate of the other side that came to this page, in descriptions or alone. */
const candidatesAt = async (page: Page): Promise<string[]> =>
	z.array(z.string()).parse(await page.evaluate('candidates'));

/** Runs in the page: as behind firewalls that let nothing through, it takes no candidate but relayed ones. */
function reachNobodyDirectly(): void {
	const { addIceCandidate } = RTCPeerConnection.prototype;
	RTCPeerConnection.prototype.addIceCandidate = async function takeRelayed(candidate?: RTCIceCandidateInit | null) {
		if (!candidate?.candidate || candidate.candidate.includes(' typ relay ')) {
			await addIceCandidate.call(
				this,
				candidate ?? {},
				() => undefined,
				() => undefined,
			);
		}
	};
}

/** Runs in the page. */
function rememberCandidates(): void {
	const candidates: string[] = [];
	Object.assign(window, { candidates });
	const { addIceCandidate, setRemoteDescription } = RTCPeerConnection.prototype;
	RTCPeerConnection.prototype.addIceCandidate = function remember(...[candidate, ...others]: unknown[]) {
		const text: unknown = candidate && typeof candidate === 'object' ? Reflect.get(candidate, 'candidate') : '';
		if (typeof text === 'string' && text) candidates.push(text);
		return Reflect.apply(addIceCandidate, this, [candidate, ...others]);
	};
	RTCPeerConnection.prototype.setRemoteDescription = function remember(...[description, ...others]: unknown[]) {
		const sdp = description && typeof description === 'object' ? Reflect.get(description, 'sdp') : '';
		candidates.push(
			...String(sdp)
				.split('\r\n')
				.filter((line) => line.startsWith('a=candidate:')),
		);
		return Reflect.apply(setRemoteDescription, this, [description, ...others]);
	};
}
