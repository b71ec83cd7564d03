/**
 * Tasks with the same key run one after the other in this process, whatever becomes of those before.
 */
export function createTurns(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
	const last = new Map<string, Promise<unknown>>();
	return async (key, task) => {
		const before = last.get(key) ?? Promise.resolve();
		const own = before.then(task, task);
		last.set(key, own);
		try {
			return await own;
		} finally {
			if (last.get(key) === own) last.delete(key);
		}
	};
}
