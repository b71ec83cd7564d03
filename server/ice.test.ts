import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createIceServers } from './ice.ts';
import { TurnClient } from './testing/turnClient.ts';
import { startTurnServer } from './testing/turnServer.ts';

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

test('the TURN server takes these credentials, and as it is configured relays to nobody inside', async () => {
	await using turn = await startTurnServer(['-c', 'docker/turnserver.conf']);
	const turnServers = { urls: [turn.url], secret: turn.secret };
	const ask = async (secret: string) => {
		const [credentials] = createIceServers({ ...turnServers, secret }, () => new Date())('peer-1');
		return new TurnClient(turn.port, credentials ?? {});
	};
	const stranger = await ask('guessed');
	expect(await stranger.allocate()).toBe(401);
	stranger.close();

	const client = await ask(turn.secret);
	expect(await client.allocate()).toBeUndefined();
	for (const inside of ['127.0.0.1', '169.254.169.254', '10.0.0.1', '172.16.0.1', '192.168.1.1', '0.0.0.0']) {
		expect([inside, await client.permit(inside)]).toEqual([inside, 403]);
	}
	expect(await client.permit('8.8.8.8')).toBeUndefined();
	client.close();
});
