import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJoinLinks } from './links.ts';

const links = createJoinLinks('https://samtal.example', 'one secret of at least 32 characters');
const version = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const tokenOf = (link: string) => new URL(link).hash.slice(1);

test('a link is read back as it was made', () => {
	fc.assert(
		fc.property(fc.uuid(), version, (attendeeId, linkVersion) => {
			const link = links.join(attendeeId, linkVersion);
			expect(link).toMatch(/^https:\/\/samtal\.example\/join#[\w-]{48}$/);
			expect(links.read(tokenOf(link))).toEqual({ attendeeId, linkVersion });
		}),
	);
});

test('a link with any bit changed is not read', () => {
	fc.assert(
		fc.property(fc.uuid(), version, fc.nat(36 * 8 - 1), (attendeeId, linkVersion, bit) => {
			const bytes = Buffer.from(tokenOf(links.join(attendeeId, linkVersion)), 'base64url');
			bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
			expect(links.read(bytes.toString('base64url'))).toBeNull();
		}),
	);
});

test('a link that another server made is not read, nor is anything else', () => {
	const others = createJoinLinks('https://samtal.example', 'another secret of at least 32 chars');
	fc.assert(
		fc.property(fc.uuid(), fc.string(), (attendeeId, anything) => {
			expect(links.read(tokenOf(others.join(attendeeId, 1)))).toBeNull();
			expect(links.read(anything)).toBeNull();
		}),
	);
});

test('a link to a waiting list is read back as it was made, and is no join link, nor the other way round', () => {
	fc.assert(
		fc.property(fc.uuid(), fc.uuid(), version, (appointmentId, clientId, linkVersion) => {
			const link = links.waiting(appointmentId, clientId);
			expect(link).toMatch(/^https:\/\/samtal\.example\/my\?waiting#[\w-]{64}$/);
			expect(links.readWaiting(tokenOf(link))).toEqual({ appointmentId, clientId });
			expect(links.read(tokenOf(link))).toBeNull();
			expect(links.readWaiting(tokenOf(links.join(clientId, linkVersion)))).toBeNull();
			const others = createJoinLinks('https://samtal.example', 'another secret of at least 32 chars');
			expect(others.readWaiting(tokenOf(link))).toBeNull();
		}),
	);
});
