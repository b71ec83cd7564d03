import { afterAll, beforeAll, expect, test } from 'vitest';
import { me, signIn, signOut, signOutEverywhere, updateMe } from '../../../shared/contract/auth.ts';
import { refresh } from '../../../shared/contract/session.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend.ts';
import { TestBrowser } from '../../testing/browser.ts';
import { createClinic, createMember, password, signedIn } from '../../testing/clinic.ts';

let backend: TestBackend;
let clinicId: string;
beforeAll(async () => {
	backend = await startTestBackend();
	({ clinicId } = await createClinic(backend.db));
});
afterAll(() => backend.close());

const MINUTE = 60_000;
const failsWith = (code: string) => expect.objectContaining({ code });

/** A second browser with the same cookies, as a thief or another tab would have them. */
function copyOf(browser: TestBrowser): TestBrowser {
	const copy = new TestBrowser(backend.origin);
	for (const [name, cookie] of browser.cookies) copy.cookies.set(name, cookie);
	return copy;
}

test('signing in sets two cookies that scripts and other sites cannot use', async () => {
	const { browser, memberId } = await signedIn(backend, clinicId, 'MANAGER');
	expect(await browser.call(me, {})).toMatchObject({ memberId, role: 'MANAGER', clinic: { id: clinicId } });
	const access = browser.cookies.get('samtal_access');
	const renewal = browser.cookies.get('samtal_refresh');
	expect(access?.attributes).toMatch(/^(?=.*HttpOnly)(?=.*SameSite=Strict)(?=.*Path=\/;)(?!.*Secure)/);
	expect(renewal?.attributes).toMatch(/^(?=.*HttpOnly)(?=.*SameSite=Strict)(?=.*Path=\/api\/auth;)/);
});

test('a wrong password and an unknown address are answered alike', async () => {
	const { email } = await createMember(backend.db, clinicId);
	const browser = new TestBrowser(backend.origin);
	const wrong = await browser.send(signIn, { body: { email, password: 'wrong horse' } });
	const unknown = await browser.send(signIn, { body: { email: 'nobody@example.com', password } });
	expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
	expect(wrong.status).toBe(401);
	expect(browser.cookies.size).toBe(0);
});

test('the eleventh wrong password for one address is refused, even when it is right', async () => {
	const { email } = await createMember(backend.db, clinicId);
	const browser = new TestBrowser(backend.origin);
	for (let attempt = 1; attempt <= 10; attempt += 1) {
		const answer = browser.call(signIn, { body: { email, password: 'wrong horse' } });
		await expect(answer).rejects.toEqual(failsWith('BAD_CREDENTIALS'));
	}
	const refused = await browser.send(signIn, { body: { email, password } });
	expect(refused.status).toBe(429);
	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('an access token is good for ten minutes; the refresh token then gets a new one', async () => {
	const { browser } = await signedIn(backend, clinicId);
	backend.clock.pass(11 * MINUTE);
	await expect(browser.call(me, {})).rejects.toEqual(failsWith('UNAUTHENTICATED'));
	await browser.call(refresh, {});
	expect(await browser.call(me, {})).toMatchObject({ clinic: { id: clinicId } });
});

test('each refresh gives another refresh token', async () => {
	const { browser } = await signedIn(backend, clinicId);
	const first = browser.cookies.get('samtal_refresh')?.value;
	await browser.call(refresh, {});
	expect(browser.cookies.get('samtal_refresh')?.value).not.toBe(first);
});

test('two tabs that refresh at once both go on', async () => {
	const { browser } = await signedIn(backend, clinicId);
	const otherTab = copyOf(browser);
	await Promise.all([browser.call(refresh, {}), otherTab.call(refresh, {})]);
	const viewers = await Promise.all([browser.call(me, {}), otherTab.call(me, {})]);
	expect(viewers[0]).toEqual(viewers[1]);
});

test('a used refresh token that comes again later ends the session for both', async () => {
	const { browser } = await signedIn(backend, clinicId);
	const thief = copyOf(browser);
	await browser.call(refresh, {});
	backend.clock.pass(11_000);
	await expect(thief.call(refresh, {})).rejects.toEqual(failsWith('SESSION_ENDED'));
	await expect(browser.call(me, {})).rejects.toEqual(failsWith('SESSION_ENDED'));
	await expect(browser.call(refresh, {})).rejects.toEqual(failsWith('SESSION_ENDED'));
});

test('a session that nobody refreshes ends after thirty days', async () => {
	const { browser } = await signedIn(backend, clinicId);
	backend.clock.pass(30 * 24 * 60 * MINUTE + 1);
	await expect(browser.call(refresh, {})).rejects.toEqual(failsWith('SESSION_ENDED'));
});

test('signing out ends this session and no other', async () => {
	const { browser } = await signedIn(backend, clinicId);
	const { email } = await browser.call(me, {});
	const phone = new TestBrowser(backend.origin);
	await phone.call(signIn, { body: { email, password } });
	const thief = copyOf(browser);
	await browser.call(signOut, {});
	expect(browser.cookies.size).toBe(0);
	await expect(thief.call(me, {})).rejects.toEqual(failsWith('SESSION_ENDED'));
	expect(await phone.call(me, {})).toMatchObject({ email });
});

test('signing out everywhere acts on every device at once', async () => {
	const { browser } = await signedIn(backend, clinicId);
	const { email } = await browser.call(me, {});
	const phone = new TestBrowser(backend.origin);
	await phone.call(signIn, { body: { email, password } });
	await browser.call(signOutEverywhere, {});
	await expect(phone.call(me, {})).rejects.toEqual(failsWith('SESSION_ENDED'));
	await expect(phone.call(refresh, {})).rejects.toEqual(failsWith('SESSION_ENDED'));
});

test('language and clock follow the person, each by itself', async () => {
	const { browser } = await signedIn(backend, clinicId);
	expect(await browser.call(updateMe, { body: { locale: 'pl' } })).toMatchObject({ locale: 'pl' });
	const both = { locale: 'pl', timeZone: 'Europe/Warsaw' };
	expect(await browser.call(updateMe, { body: { timeZone: 'Europe/Warsaw' } })).toMatchObject(both);
	const unknown = browser.call(updateMe, { body: { timeZone: 'Mars/Olympus' } });
	await expect(unknown).rejects.toMatchObject({ code: 'VALIDATION' });
	expect(await browser.call(me, {})).toMatchObject(both);
});

test('without a cookie, or with a token that somebody else signed, nobody is let in', async () => {
	const stranger = new TestBrowser(backend.origin);
	await expect(stranger.call(me, {})).rejects.toEqual(failsWith('UNAUTHENTICATED'));
	const { browser } = await signedIn(backend, clinicId);
	const cookie = browser.cookies.get('samtal_access');
	const forged = `${cookie?.value.slice(0, -4)}AAAA`;
	browser.cookies.set('samtal_access', { value: forged, path: '/', attributes: '' });
	await expect(browser.call(me, {})).rejects.toEqual(failsWith('UNAUTHENTICATED'));
});

test('another site cannot make a browser change anything', async () => {
	const answer = await fetch(`${backend.origin}/api/auth/sign-out`, {
		method: 'POST',
		headers: { 'sec-fetch-site': 'cross-site' },
	});
	expect(answer.status).toBe(403);
});
