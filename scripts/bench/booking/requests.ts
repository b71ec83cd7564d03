import { z } from 'zod';
import type { Bench, Professional } from './bench.ts';
import { openConnections, type Answer, type Connection } from './connections.ts';
import { perSecond } from '../in-parallel.ts';

const DAY_MS = 86_400_000;
/** Every run of bookings goes on where the one before ended. */
let slotsUsed = 0;

/** Books `count` slots that nobody else wants, everybody in turn. Answers with bookings per second. */
export async function bookDistinctSlots(bench: Bench, count: number, concurrency: number): Promise<number> {
	const first = slotsUsed;
	slotsUsed += count;
	using connections = await openConnections(bench.origin, concurrency);
	return await perSecond(count, concurrency, async (index, runner) => {
		const { professional, startsAt } = slot(bench, first + index);
		const answer = await book(connections.list[runner], bench.clinic, professional, startsAt);
		if (answer.status !== 200) throw new Error(`A booking was answered with ${answer.status}: ${answer.body}`);
	});
}

/** `racers` bookings of one slot at once: how many got it, how many were told that it is taken, and how long all took. */
export async function raceForOneSlot(
	bench: Bench,
	racers: number,
): Promise<{ winners: number; conflicts: number; ms: number }> {
	const { professional, startsAt } = slot(bench, slotsUsed);
	using connections = await openConnections(bench.origin, racers);
	const start = performance.now();
	const answers = await Promise.all(
		connections.list.map((connection) => book(connection, bench.clinic, professional, startsAt)),
	);
	const ms = Math.round(performance.now() - start);
	const isConflict = (body: string) =>
		z.object({ error: z.object({ code: z.literal('SLOT_TAKEN') }) }).safeParse(JSON.parse(body)).success;
	return {
		winners: answers.filter(({ status }) => status === 200).length,
		conflicts: answers.filter(({ status, body }) => status === 409 && isConflict(body)).length,
		ms,
	};
}

function slot({ professionals, clinic }: Bench, index: number): { professional: Professional; startsAt: Date } {
	const professional = professionals[index % professionals.length];
	if (professional === undefined) throw new Error('There is nobody to book with.');
	const tomorrow = Math.ceil(Date.now() / DAY_MS + 1) * DAY_MS;
	const nth = Math.floor(index / professionals.length);
	return { professional, startsAt: new Date(tomorrow + nth * clinic.minutes * 60_000) };
}

function book(
	connection: Connection | undefined,
	{ serviceId }: Bench['clinic'],
	{ cookie, clientId }: Professional,
	startsAt: Date,
): Promise<Answer> {
	if (connection === undefined) throw new Error('There is no connection left.');
	const body = { client: { id: clientId }, serviceId, startsAt: startsAt.toISOString() };
	return connection.post('/api/appointments', cookie, JSON.stringify(body));
}
