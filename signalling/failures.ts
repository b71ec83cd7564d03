import { SamtalError } from '../shared/contract/errors.ts';
import type { Log } from './ports.ts';

/** Turns whatever was thrown into an error that may cross the boundary. */
export type ReportFailure = (error: unknown, fields: Record<string, unknown>) => SamtalError;

/**
 * What is not Samtal's own becomes `INTERNAL`; its correlation id stands in the log too, with the place but without
 * the message, which may hold what somebody wrote.
 */
export const failureReporter =
	(log: Log, randomUUID: () => string): ReportFailure =>
	(error, fields) => {
		if (error instanceof SamtalError && error.code !== 'INTERNAL') {
			if (error.code === 'MEDIA_FAILED') log.error({ ...fields, ...placeOf(error.cause) }, 'media server failed');
			return error;
		}
		const correlationId = randomUUID();
		log.error({ ...fields, correlationId, ...placeOf(error) }, 'request failed');
		return new SamtalError('INTERNAL', { correlationId });
	};

function placeOf(error: unknown): { error: string; at?: string[] } {
	if (!(error instanceof Error)) return { error: typeof error };
	const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
	return { error: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
