// Webhooks of Stripe answered per second, 30 % of them repetitions, against a bare signature check and insert.
import { openWebhookBench } from './webhooks/bench.ts';
import { deliver, withDuplicates } from './webhooks/deliver.ts';
import { makeEvents } from './webhooks/events.ts';

const EVENTS = 1_500;
const WARM_UP = 500;
const DUPLICATES = 0.3;
/** Requests at a time. */
const AT_ONCE = 50;
/** They take turns, so that a slow moment of the machine meets both. */
const ROUNDS = 3;

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs against the whole application, whose answers compete with applying what came before, and prints the result as
 * one line of JSON at the end. `eventsPerSecond` are those answered, `appliedPerSecond` those applied, each once.
 */
async function main(): Promise<void> {
	await using bench = await openWebhookBench();
	const rounds: { ours: number; applied: number; p99: number; bare: number }[] = [];
	for (let round = 0; round <= ROUNDS; round += 1) {
		const count = round === 0 ? WARM_UP : EVENTS;
		const posts = withDuplicates(await makeEvents(bench, count), DUPLICATES);
		const start = performance.now();
		const ours = await deliver(bench.ours, posts, AT_ONCE);
		await bench.untilApplied();
		const applied = (count / (performance.now() - start)) * 1_000;
		const bare = await deliver(bench.bare, posts, AT_ONCE);
		// The first one warms up.
		if (round === 0) continue;
		rounds.push({ ours: ours.perSecond, applied, p99: ours.p99Ms, bare: bare.perSecond });
		say(
			`round ${round}: ${ours.perSecond.toFixed(0)} answered/s, ${applied.toFixed(0)} applied/s, ${bare.perSecond.toFixed(0)} bare/s`,
		);
	}
	const of = (pick: (round: (typeof rounds)[number]) => number, digits = 0) =>
		Number(median(rounds.map(pick)).toFixed(digits));
	say(
		JSON.stringify({
			eventsPerSecond: of(({ ours }) => ours),
			p99AckMs: of(({ p99 }) => p99, 1),
			ratio: of(({ ours, bare }) => ours / bare, 3),
			appliedPerSecond: of(({ applied }) => applied),
		}),
	);
}

await main();
