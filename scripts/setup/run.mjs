import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { root } from './paths.mjs';

/** Each child, and whether what it has started itself is told as well. */
const running = new Map();

/** Ends a child with everything that it has started itself: it leads a process group of its own. */
function signalGroup(child, signal) {
	try {
		process.kill(-child.pid, signal);
	} catch {
		// Ended already.
	}
}

// A child in a group of its own does not get the terminal's Ctrl-C, so each signal reaches it exactly once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => {
		if (running.size === 0) process.exit(128 + os.constants.signals[signal]);
		const told = signal === 'SIGHUP' ? 'SIGTERM' : signal;
		for (const [child, wholeGroup] of running) {
			if (wholeGroup) signalGroup(child, told);
			else child.kill(told);
		}
	});
}
process.on('exit', () => {
	for (const child of running.keys()) signalGroup(child, 'SIGKILL');
});

function start(program, args, { cwd = root, env = {}, stdio, wholeGroup }) {
	const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio, detached: true });
	running.set(child, wholeGroup);
	child.once('close', () => running.delete(child));
	return child;
}

/** Runs a program that talks to the person itself. Resolves with its exit code, 128 + n after signal n. */
export async function runShown(program, args, { env, stdout = 'inherit' } = {}) {
	// The channel closes when this process dies, however it dies: the server takes that as the order to stop. It ends
	// what it has started in its own order: media workers and database stay until the last call is over.
	const stdio = ['ignore', stdout, 'inherit', 'ipc'];
	const child = start(program, args, { env, stdio, wholeGroup: false });
	const [code, signal] = await once(child, 'close');
	return signal ? 128 + os.constants.signals[signal] : code;
}

/**
 * Runs a program whose output matters only when it fails.
 * Resolves with `{ ok, output }`; never rejects, a missing program is a failure too.
 */
export async function runQuiet(program, args, { cwd, env, timeoutMs, onLine } = {}) {
	const stdio = ['ignore', 'pipe', 'pipe'];
	const child = start(program, args, { cwd, env: { NO_COLOR: '1', ...env }, stdio, wholeGroup: true });
	const timer = timeoutMs && setTimeout(() => signalGroup(child, 'SIGKILL'), timeoutMs);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => {
			output += text;
			if (onLine) for (const line of text.split('\n')) onLine(line);
		});
	}
	try {
		const [code, signal] = await once(child, 'close');
		if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(128 + os.constants.signals[signal]);
		return { ok: code === 0, output: output.trim() };
	} catch (error) {
		return { ok: false, output: error.message };
	} finally {
		clearTimeout(timer);
	}
}
