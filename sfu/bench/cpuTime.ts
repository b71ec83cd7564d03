import { readdirSync, readFileSync } from 'node:fs';

/** Time that a process has had on any core until now, its threads together, in microseconds. Linux alone tells it. */
export function cpuUs(pid: number): number {
	const threads = readdirSync(`/proc/${pid}/task`);
	const ns = threads.map((thread) =>
		Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
	);
	return ns.reduce((sum, of) => sum + of, 0) / 1_000;
}
