import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { Busy, BusyPeriod } from './busyTimes.ts';

const expanded = z.union([
	z.object({ busy: z.array(z.object({ startsAt: z.number(), endsAt: z.number() })) }),
	z.object({ code: z.enum(['CALENDAR_MALFORMED', 'CALENDAR_TOO_LARGE']) }),
]);
/** What the thread answers. */
export type Expanded = { busy: Busy[] } | { code: SamtalError['code'] };
export type ExpandCalendar = (file: string, period: BusyPeriod) => Promise<Busy[]>;

/** With the reading before it, less than a page waits for its answer. */
const patienceMs = 4_000;
const resourceLimits = { maxOldGenerationSizeMb: 256 };

/**
 * `busyTimes` in a thread with a limit of time and memory: a rule of a few letters can describe an event every second
 * since 1970, and nobody else is to wait for it.
 * @throws SamtalError `CALENDAR_MALFORMED`; `CALENDAR_TOO_LARGE` also for what takes too long
 */
export const expandInThread: ExpandCalendar = async (file, period) => {
	const thread = new Worker(new URL('expandWorker.ts', import.meta.url), {
		workerData: { file, ...period },
		resourceLimits,
	});
	try {
		const [answer] = await once(thread, 'message', { signal: AbortSignal.timeout(patienceMs) });
		const result = expanded.parse(answer);
		if ('code' in result) throw new SamtalError(result.code);
		return result.busy;
	} catch (error) {
		throw error instanceof SamtalError ? error : new SamtalError('CALENDAR_TOO_LARGE');
	} finally {
		await thread.terminate();
	}
};
