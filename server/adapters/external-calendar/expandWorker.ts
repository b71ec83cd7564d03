// Runs in a thread of its own: see expand.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { SamtalError } from '../../../shared/contract/errors.ts';
import { busyTimes } from './busyTimes.ts';
import type { Expanded } from './expand.ts';

const { file, timeZone, from, until } = z
	.object({ file: z.string(), timeZone: z.string(), from: z.number(), until: z.number() })
	.parse(workerData);

function expanded(): Expanded {
	try {
		return { busy: busyTimes(file, { timeZone, from, until }) };
	} catch (error) {
		if (!(error instanceof SamtalError)) throw error;
		return { code: error.code };
	}
}

// The rule means windows: between threads there is no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(expanded());
