import { sqlStateOf } from './database.ts';

/** A batch holds its locks until all of it is written: one that is longer would let others wait too long. */
const MOST = 50;

interface Waiting<Wish, Answer> {
	wish: Wish;
	resolve: (answer: Answer) => void;
	reject: (error: unknown) => void;
}

/**
 * Group commit: what many ask of the database at the same time goes there together. Wishes that come in one turn of
 * the event loop are one batch; while `atOnce` batches are under way, those that come wait for the end of one. No timer
 * is involved, so that nobody waits for company on an idle server.
 *
 * `run` answers the wishes in their order; an Error among the answers is thrown for its wish. It may change something
 * in its last statement only: if PostgreSQL refuses one, nothing was done, and `run` is called again for each wish by
 * itself, so that one that cannot be fulfilled harms no other. After any other error, as a lost connection, nobody knows
 * what was done, and everybody in the batch gets that error.
 */
export function inBatches<Wish, Answer>(
	run: (wishes: Wish[]) => Promise<(Answer | Error)[]>,
	{ atOnce }: { atOnce: number },
): (wish: Wish) => Promise<Answer> {
	const waiting: Waiting<Wish, Answer>[] = [];
	let underWay = 0;

	async function start(): Promise<void> {
		if (waiting.length === 0 || underWay === atOnce) return;
		underWay += 1;
		await settle(run, waiting.splice(0, MOST));
		underWay -= 1;
		void start();
	}

	return (wish) =>
		new Promise((resolve, reject) => {
			waiting.push({ wish, resolve, reject });
			setImmediate(start);
		});
}

async function settle<Wish, Answer>(
	run: (wishes: Wish[]) => Promise<(Answer | Error)[]>,
	batch: Waiting<Wish, Answer>[],
): Promise<void> {
	try {
		const answers = await run(batch.map(({ wish }) => wish));
		if (answers.length !== batch.length) throw new Error(`${batch.length} wishes got ${answers.length} answers`);
		for (const [nth, { resolve, reject }] of batch.entries()) {
			const answer = answers[nth];
			if (answer instanceof Error) reject(answer);
			else resolve(answer as Answer);
		}
	} catch (error) {
		const wasRefused = sqlStateOf(error) !== null;
		if (wasRefused && batch.length > 1) await Promise.all(batch.map((each) => settle(run, [each])));
		else for (const { reject } of batch) reject(error);
	}
}
