import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBatches } from './batches.ts';
import { StatementFailed } from './database.ts';

const refusal = new StatementFailed({ code: '22P05', constraint: undefined });
const double = (wishes: number[]) => wishes.map((wish) => wish * 2);

/** Batches that the test ends, oldest first. */
function byHand() {
	const open: { wishes: number[]; end: () => void }[] = [];
	const run = (wishes: number[]) =>
		new Promise<number[]>((resolve) => {
			open.push({ wishes, end: () => resolve(double(wishes)) });
		});
	return { open, run };
}
const nextTurn = () => new Promise((resolve) => void setImmediate(resolve));

test('a wish that comes alone runs in the same turn of the event loop', async () => {
	const { open, run } = byHand();
	const answer = inBatches(run, { atOnce: 1 })(1);
	await nextTurn();
	expect(open.map(({ wishes }) => wishes)).toEqual([[1]]);
	open[0]?.end();
	expect(await answer).toBe(2);
});

test('what comes together runs together; what comes meanwhile, when there is room again', async () => {
	const { open, run } = byHand();
	const ask = inBatches(run, { atOnce: 1 });
	const answers = [ask(1), ask(2)];
	await nextTurn();
	answers.push(ask(3), ask(4));
	await nextTurn();
	answers.push(ask(5));
	await nextTurn();
	expect(open.map(({ wishes }) => wishes)).toEqual([[1, 2]]);
	open[0]?.end();
	await nextTurn();
	expect(open.map(({ wishes }) => wishes).slice(1)).toEqual([[3, 4, 5]]);
	open[1]?.end();
	expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10]);
});

test('after an error that leaves open what was done nothing is done twice', async () => {
	let runs = 0;
	const ask = inBatches<number, number>(
		() => {
			runs += 1;
			return Promise.reject(new Error('connection lost'));
		},
		{ atOnce: 2 },
	);
	const outcomes = await Promise.allSettled([ask(1), ask(2), ask(3)]);
	expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	expect(runs).toBe(1);
});

test('an error among the answers is for its wish alone', async () => {
	const ask = inBatches(async (wishes: number[]) => wishes.map((n) => (n < 0 ? new Error('negative') : n)), {
		atOnce: 1,
	});
	const outcomes = await Promise.allSettled([ask(1), ask(-1), ask(2)]);
	expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('everybody gets their own answer or their own error, whatever the others wish', async () => {
	const wishes = fc.array(fc.record({ n: fc.integer(), isBad: fc.boolean(), turn: fc.nat(3) }), { maxLength: 130 });
	await fc.assert(
		fc.asyncProperty(wishes, fc.integer({ min: 1, max: 3 }), async (list, atOnce) => {
			const ask = inBatches(
				async (batch: { n: number; isBad: boolean }[]) => {
					await nextTurn();
					if (batch.some(({ isBad }) => isBad)) throw refusal;
					return double(batch.map(({ n }) => n));
				},
				{ atOnce },
			);
			const outcomes = await Promise.allSettled(
				list.map(async (wish) => {
					for (let turn = 0; turn < wish.turn; turn += 1) await nextTurn();
					return ask(wish);
				}),
			);
			expect(outcomes).toEqual(
				list.map(({ n, isBad }) =>
					isBad ? { status: 'rejected', reason: refusal } : { status: 'fulfilled', value: n * 2 },
				),
			);
		}),
		{ numRuns: 50 },
	);
});
