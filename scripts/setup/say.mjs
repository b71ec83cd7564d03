/** Why a step cannot be done: one line with the way out. */
export class SetupError extends Error {}

/** Tells the person who waits what is going on; on stderr, since stdout belongs to the program's answer. */
export function say(line) {
	process.stderr.write(`samtal: ${line}\n`);
}

/** Runs `main`; a `SetupError` is printed as its one line, and the exit code says that it failed. */
export async function runMain(main) {
	try {
		process.exitCode = await main();
	} catch (error) {
		if (!(error instanceof SetupError)) throw error;
		say(error.message);
		process.exitCode = 1;
	}
}

/** @throws SetupError when the Node that runs this is too old to go on */
export function requireNode() {
	if (Number.parseInt(process.versions.node, 10) < 20) {
		throw new SetupError(`This is Node ${process.versions.node}: install Node 20 or later, then start again.`);
	}
}
