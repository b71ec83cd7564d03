import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { parse, resultSchema } from '../shared/contract/result.ts';
import { callRequests } from '../shared/contract/signalling/requests.ts';
import { startFlow, watchRouters } from '../sfu/testing/steadyFlow.ts';
import type { CallClient } from './testing/CallClient.ts';
import { mutatedFarewell, mutatedMessage, secret, type Known, type Mutated } from './testing/mutatedMessages.ts';
import { startCall, startSignalling, type SignallingServer } from './testing/signallingServer.ts';

const messages = 100_000;
/** Each call has people of its own, so that they stay within what one person may send. */
const messagesInCall = 500;
const messagesAtDoor = 60;
/** Who neither left nor was told to go is gone after this. */
const keepLostPeerMs = 20_000;
const calls = Math.ceil(messages / (3 * messagesInCall + messagesAtDoor)) + 3;

/** How a hostile message may be answered. Neither `INTERNAL` nor `MEDIA_FAILED`: both would be our failure. */
const expected = new Set([
	...['ok', 'VALIDATION', 'WRONG_STATE', 'NOT_FOUND', 'PEER_NOT_FOUND', 'FORBIDDEN', 'NOT_ADMITTED'],
	'RATE_LIMITED',
]);

const routers = watchRouters();
const unhandled: unknown[] = [];
const keep = (reason: unknown) => void unhandled.push(reason);
let server: SignallingServer;
beforeAll(async () => {
	process.on('unhandledRejection', keep);
	server = await startSignalling();
}, 20_000);
afterAll(async () => {
	process.off('unhandledRejection', keep);
	await server.close();
});

it(`answers ${messages} mutated messages, and nothing else is touched`, { timeout: 180_000 }, async () => {
	const bystanders = await startGroup();
	const flow = await startFlow(routers.at(-1) ?? expect.fail('no room'));
	const [worker] = (await server.media.health()).workers;
	const answers = new Map<string, number>();
	const count = (code: string) => void answers.set(code, (answers.get(code) ?? 0) + 1);
	let memory: ReturnType<typeof memoryInUse> | undefined;

	await fc.assert(
		fc.asyncProperty(fc.noBias(fc.integer()), async (seed) => {
			const group = await startGroup();
			await Promise.all(
				group.map(({ client, known }, index) => {
					const numRuns = index < 3 ? messagesInCall : messagesAtDoor;
					return storm(client, known, fc.sample(mutatedMessage, { seed: seed + index, numRuns }), count);
				}),
			);
			// The host comes last: what ends the call ends it for all.
			for (const { client, known } of group.toReversed()) {
				await storm(client, known, fc.sample(mutatedFarewell, { seed, numRuns: 5 }), count);
				client.close();
			}
			await expect.poll(() => server.signalling.health().sockets).toBe(bystanders.length);
			server.clock.advance(keepLostPeerMs);
			// The first call has made what stays.
			memory ??= memoryInUse(worker?.pid ?? 0);
		}),
		{ numRuns: calls, endOnFailure: true },
	);

	// What was limited was not looked at.
	const { RATE_LIMITED: _, ...heard } = Object.fromEntries(answers);
	expect(Object.values(heard).reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(messages);
	expect(Object.keys(heard)).toEqual(expect.arrayContaining(['ok', 'VALIDATION', 'WRONG_STATE', 'NOT_FOUND']));
	expect(unhandled).toEqual([]);
	expect((await server.media.health()).workers).toMatchObject([{ pid: worker?.pid, alive: true, rooms: 1 }]);
	flow.stop();
	await expect.poll(() => flow.received).toBe(flow.sent);
	flow.close();
	for (const { client } of bystanders.slice(0, 3)) await client.ask('raiseHand', { raised: true });

	const grown = memoryInUse(worker?.pid ?? 0);
	expect(grown.heap - (memory?.heap ?? 0)).toBeLessThan(16);
	expect(grown.worker - (memory?.worker ?? 0)).toBeLessThan(16);
	expect(server.logged.join('\n')).not.toContain(secret);
});

/** A host, two attendees with media and one who waits, in a call of their own. */
async function startGroup(): Promise<{ client: CallClient; known: Known }[]> {
	const { at, host, attendees } = await startCall(server, 2);
	const [first, last] = attendees;
	if (first === undefined || last === undefined) throw new Error('nobody');
	const { epoch } = last.room.topology;
	const open = async ({ client, peerId }: Pick<typeof last, 'client' | 'peerId'>) => {
		const media = await client.ask('openMedia', { epoch });
		return { client, known: { peerId, epoch, media, producerId: peerId, consumerId: peerId } };
	};
	const waiting = await server.join(at.attendee('Waits'));
	return [await open(host), await open(first), await open(last), await open(waiting)];
}

/** Sends one after another, each in the light of the answers before. */
async function storm(client: CallClient, known: Known, sent: Mutated[], count: (code: string) => void): Promise<void> {
	for (const { event, data } of sent) {
		const message = data(known);
		const result = parse(resultSchema(z.unknown()), await client.raw(event, message), 'answer');
		const code = result.ok ? 'ok' : result.error.code;
		count(code);
		if (!expected.has(code)) throw new Error(`${event} ${fc.stringify(message)} was answered with ${code}.`);
		if (!result.ok) continue;
		const answer = parse(callRequests[event].response, result.data, 'answer.data');
		if (event === 'openMedia') known.media = parse(callRequests.openMedia.response, answer, 'answer.data');
		// The next one shall reach the worker too.
		else if (event === 'produce') await client.raw('closeProducer', answer);
		else if (event === 'leave' || event === 'endForAll') return;
	}
}

setFlagsFromString('--expose-gc');
const collectGarbage = z.custom<() => void>().parse(runInNewContext('gc'));

/** What this process holds on its heap, and the media worker altogether; megabytes. */
function memoryInUse(workerPid: number): { heap: number; worker: number } {
	collectGarbage();
	const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${workerPid}/status`, 'utf8'))?.[1];
	return { heap: process.memoryUsage().heapUsed / 2 ** 20, worker: Number(resident) / 1_024 };
}
