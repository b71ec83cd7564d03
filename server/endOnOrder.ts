/** What can be ended: politely, with the calls that run on it given some time, or now. */
interface Endable {
	/** How many calls run here, and how long they may go on, in seconds. */
	runningCalls(): number;
	drainSeconds: number;
	/** Takes no new calls, and resolves when none runs any more or the time is over. */
	drain(): Promise<void>;
	/** Ends everything that was started. */
	close(): Promise<void>;
}

/** One press of Ctrl-C arrives more than once: from the terminal, and again from `npm` or `node --watch`. */
const samePressMs = 500;

/**
 * Ends the process in order, also while it still starts. The first signal lets running calls finish, a second one does
 * not wait for them; nor does the death of `npm start`, our parent, after which nobody could send one.
 */
export function endOnOrder(starting: Promise<Endable>): void {
	let ending: Promise<void> | undefined;
	let orderedAt: number | undefined;
	const endNow = () => {
		ending ??= starting.then((samtal) => samtal.close()).finally(() => process.exit());
	};
	const order = () => {
		if (orderedAt === undefined) {
			orderedAt = Date.now();
			starting.then(drain).finally(endNow);
		} else if (Date.now() - orderedAt > samePressMs) endNow();
	};
	process.on('SIGINT', order).on('SIGTERM', order).once('disconnect', endNow);
	// Waiting for the parent to die is no reason to live on.
	process.channel?.unref();
}

async function drain(samtal: Endable): Promise<void> {
	const calls = samtal.runningCalls();
	if (calls > 0 && samtal.drainSeconds > 0) {
		const what = calls === 1 ? 'The call that runs here has' : `The ${calls} calls that run here have`;
		process.stderr.write(`${what} ${samtal.drainSeconds} s to end. A second signal ends at once.\n`);
	}
	await samtal.drain();
}
