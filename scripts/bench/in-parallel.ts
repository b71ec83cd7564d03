/** Runs `task` for 0 … `count` − 1, `concurrency` at a time. Answers with how many were done per second. */
export async function perSecond(
	count: number,
	concurrency: number,
	task: (index: number) => Promise<void>,
): Promise<number> {
	let next = 0;
	const runner = async () => {
		for (let index = next++; index < count; index = next++) await task(index);
	};
	const start = performance.now();
	await Promise.all(Array.from({ length: concurrency }, runner));
	return (count / (performance.now() - start)) * 1000;
}
