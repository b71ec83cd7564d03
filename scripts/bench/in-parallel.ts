/**
 * Runs `task` for 0 … `count` − 1 by `concurrency` runners, each one after another; a task is told its runner, from 0.
 * Answers with how many were done per second.
 */
export async function perSecond(
	count: number,
	concurrency: number,
	task: (index: number, runner: number) => Promise<void>,
): Promise<number> {
	let next = 0;
	const run = async (runner: number) => {
		for (let index = next++; index < count; index = next++) await task(index, runner);
	};
	const start = performance.now();
	await Promise.all(Array.from({ length: concurrency }, (_, runner) => run(runner)));
	return (count / (performance.now() - start)) * 1000;
}
