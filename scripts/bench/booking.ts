// 200 bookings of one slot at once, and bookings per second on free slots against bare INSERTs.
import { openBench } from './booking/bench.ts';
import { openBareInserts } from './booking/inserts.ts';
import { bookDistinctSlots, raceForOneSlot } from './booking/requests.ts';

/** Requests at a time, for one slot and for many. */
const AT_ONCE = 200;
/** For the bare inserts; more make them no faster. */
const CONNECTIONS = 20;
const PROFESSIONALS = 20;
const WARM_UP = 3_000;
const BOOKINGS = 2_000;
/** Bookings and inserts take turns, so that a slow moment of the machine meets both. */
const ROUNDS = 15;

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs against the whole application on a database of its own, and prints the result as one line of JSON at the end;
 * `ratio` is bookings per second on distinct slots as a share of bare INSERTs per second into the same table.
 */
async function main(): Promise<void> {
	await using bench = await openBench(PROFESSIONALS);
	await bookDistinctSlots(bench, WARM_UP, AT_ONCE);
	await using insertBare = await openBareInserts(bench, CONNECTIONS);
	await insertBare(WARM_UP);

	const rounds: { booked: number; inserted: number }[] = [];
	for (let round = 1; round <= ROUNDS; round += 1) {
		const booked = await bookDistinctSlots(bench, BOOKINGS, AT_ONCE);
		const inserted = await insertBare(BOOKINGS);
		rounds.push({ booked, inserted });
		say(`round ${round}: ${booked.toFixed(0)} bookings/s over HTTP, ${inserted.toFixed(0)} bare inserts/s`);
	}
	const race = await raceForOneSlot(bench, AT_ONCE);
	const ratio = median(rounds.map(({ booked, inserted }) => booked / inserted));
	say(JSON.stringify({ ...race, ratio: Number(ratio.toFixed(3)) }));
}

await main();
