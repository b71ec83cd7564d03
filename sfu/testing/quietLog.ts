import type { Log } from '../../signalling/ports.ts';

/** A log that keeps the test's output readable. */
export const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
