import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import { attendeeTicket, callTicket, enterVisit, getVisit } from '../../../shared/contract/join.ts';
import { resultSchema } from '../../../shared/contract/result.ts';
import { joinLinkOf } from '../support/call.ts';
import { admit, enterAsHost, expectText, openWorkstation, press, waitAtDoor } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const scene = setScene();

test('the professional sees who waits, writes to them and lets them in from the workstation', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const workstation = await openWorkstation(scene.browser, scene.server);
	const client = await waitAtDoor(scene.browser, joinLinkOf(visit), 'Vera Visitor');
	await expectText(workstation, 'Vera Visitor');

	const host = await enterAsHost(scene.browser, scene.server, visit.id);
	await host.keyboard.press('p');
	await press(host, 'Write to Vera Visitor');
	await host.locator('aria/Message to the waiting room[role="textbox"]').fill('Two more minutes, please.');
	await press(host, 'Send');
	await expectText(client, 'Two more minutes, please.');
	await admit(host, 'Vera Visitor', client);
});

test('pressing Admit in the workstation opens the room and lets the client in', async () => {
	const visit = await scene.workstation.bookVisit('Wanda Waiting');
	const workstation = await openWorkstation(scene.browser, scene.server);
	const client = await waitAtDoor(scene.browser, joinLinkOf(visit), 'Wanda Waiting');
	await expectText(workstation, 'Wanda Waiting');
	await workstation.locator(`a[href*="/call/${visit.id}?admit="]`).click();
	await client.waitForSelector('aria/Leave[role="button"]');
});

test('a professional whose browser cannot encrypt is told so, and cannot enter', async () => {
	const visit = await scene.workstation.bookVisit('Olga Old');
	const host = await openWorkstation(scene.browser, scene.server);
	await host.evaluateOnNewDocument(() => void Reflect.deleteProperty(window, 'RTCRtpScriptTransform'));
	await host.goto(new URL(`/call/${visit.id}?admit=${visit.attendees[0]?.id}`, scene.server.url).href);
	await expectText(host, 'This browser cannot encrypt the visit');
	await host.waitForSelector('aria/Enter the room[role="button"]');
	expect(await host.$eval('aria/Enter the room[role="button"]', (button) => button.matches(':disabled'))).toBe(true);
});

test('a link that is opened changes nothing, and works again from another device once admitted', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	const [token] = joinLinkOf(visit).split('#').slice(1);
	const headers = { Authorization: `Bearer ${token}` };
	for (let visits = 0; visits < 3; visits += 1) {
		const answer = await fetch(new URL(getVisit.path, scene.server.url), { headers });
		expect(answer.status).toBe(200);
	}
	const { rows } = await scene.server.database.query(
		'SELECT "acceptedTermsAt" FROM "Attendee" WHERE "appointmentId" = $1',
		[visit.id],
	);
	expect(rows).toEqual([{ acceptedTermsAt: null }]);

	const [host, phone] = await Promise.all([
		enterAsHost(scene.browser, scene.server, visit.id),
		waitAtDoor(scene.browser, joinLinkOf(visit), 'Vera Visitor'),
	]);
	await admit(host, 'Vera Visitor', phone);
	const laptop = await waitAtDoor(scene.browser, joinLinkOf(visit), 'Vera Visitor', 'admitted');
	await laptop.waitForSelector('aria/Leave[role="button"]');
	await expectText(phone, 'The visit goes on elsewhere');
});

test('who was never admitted hears nothing but the door', async () => {
	const visit = await scene.workstation.bookVisit('Vera Visitor');
	await enterAsHost(scene.browser, scene.server, visit.id);
	const [token] = joinLinkOf(visit).split('#').slice(1);
	const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
	const ask = (path: string, body: object) =>
		fetch(new URL(path, scene.server.url), { method: 'POST', headers, body: JSON.stringify(body) });
	expect((await ask(attendeeTicket.path, {})).status).toBe(422);
	const entered = await ask(enterVisit.path, { name: 'Mallory', acceptedTerms: await termsVersion(headers) });
	const result = resultSchema(callTicket).parse(await entered.json());
	if (!result.ok) throw new Error(result.error.code);

	const socket = io(new URL('/call', scene.server.url).href, { auth: { ticket: result.data.ticket }, forceNew: true });
	const heard: unknown[] = [];
	socket.onAny((event) => heard.push(event));
	const media = { mic: false, camera: false, screen: false };
	const entrance: unknown = await socket.timeout(5_000).emitWithAck('join', { media });
	expect(entrance).toMatchObject({ ok: true, data: { state: 'waiting' } });
	expect(JSON.stringify(entrance)).not.toContain('Anna');
	for (const [event, data] of [
		['produce', { transportId: crypto.randomUUID(), source: 'mic', kind: 'audio', rtpParameters: {} }],
		['pauseConsumers', { consumerIds: [crypto.randomUUID()], paused: false }],
		['foundKeys', { group: 'aa' }],
		['sendSealed', { sealed: new Uint8Array([1]) }],
		['raiseHand', { raised: true }],
		['signalDirect', { epoch: 0 }],
		['admit', { peerId: crypto.randomUUID() }],
		['endForAll', {}],
	] as const) {
		const refused: unknown = await socket.timeout(5_000).emitWithAck(event, data);
		expect(refused, event).toMatchObject({ ok: false, error: { code: 'NOT_ADMITTED' } });
	}
	expect(heard).toEqual([]);
	socket.disconnect();
});

async function termsVersion(headers: HeadersInit): Promise<string> {
	const answer = await fetch(new URL(getVisit.path, scene.server.url), { headers });
	const visit = resultSchema(getVisit.response).parse(await answer.json());
	if (!visit.ok) throw new Error(visit.error.code);
	return visit.data.terms.version;
}
