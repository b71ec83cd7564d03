import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createIceServers } from './ice.ts';

const now = () => new Date('2026-03-01T12:00:00Z');

test('a credential names its end and its peer, and is signed with the TURN secret', () => {
	const [server] = createIceServers({ urls: ['turn:turn.example:3478'], secret: 'between us' }, now)('peer-1');
	const end = Date.parse('2026-03-02T00:00:00Z') / 1000;
	expect(server).toEqual({
		urls: ['turn:turn.example:3478'],
		username: `${end}:peer-1`,
		credential: createHmac('sha1', 'between us').update(`${end}:peer-1`).digest('base64'),
	});
});

test('without a TURN server there is nothing to offer', () => {
	expect(createIceServers(undefined, now)('peer-1')).toEqual([]);
});
