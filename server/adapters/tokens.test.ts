import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTokens } from './tokens.ts';

const claims = { memberId: randomUUID(), sessionId: randomUUID() };
const refused = expect.objectContaining({ code: 'UNAUTHENTICATED' });

/** A token of ten minutes, and the clock of who checks it. */
function begin() {
	let time = Date.parse('2026-03-02T08:00:00Z');
	const tokens = createTokens('a secret for tests, long enough to sign with', () => new Date(time));
	return {
		tokens,
		token: tokens.sign('access', claims, 600),
		pass: (seconds: number) => void (time += seconds * 1_000),
	};
}

test('a token that was right before is right until its last second, and not after', () => {
	const { tokens, token, pass } = begin();
	expect(tokens.verify('access', token)).toEqual(claims);
	pass(599);
	expect(tokens.verify('access', token)).toEqual(claims);
	pass(1);
	expect(() => tokens.verify('access', token)).toThrow(refused);
});

test('a token that was right passes for no other kind, and nobody else’s passes for it', () => {
	const { tokens, token } = begin();
	tokens.verify('access', token);
	expect(() => tokens.verify('workstation', token)).toThrow(refused);
	const [header, , signature] = token.split('.');
	const payload = Buffer.from(JSON.stringify({ typ: 'access', claims, exp: 9_999_999_999 })).toString('base64url');
	expect(() => tokens.verify('access', `${header}.${payload}.${signature}`)).toThrow(refused);
});

test('of more tokens than are remembered each is right', () => {
	const { tokens } = begin();
	const all = Array.from({ length: 5_010 }, (_, nth) => tokens.sign('access', claims, 600 + nth));
	for (const token of [...all, ...all.slice(0, 20)]) expect(tokens.verify('access', token)).toEqual(claims);
});
