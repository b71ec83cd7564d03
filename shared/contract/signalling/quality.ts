import { z } from 'zod';

/**
 * Why sound and picture are not good. `network`: on the way, ours or of all; `device`: this device cannot keep up;
 * `sender`: they already leave the other person so.
 */
export const qualityCause = z.enum(['network', 'device', 'sender']);
export type QualityCause = z.infer<typeof qualityCause>;

const seconds = z.number().int().min(0).max(86_400);

/** What one person's device has measured in a call so far, over the time in which somebody else was there. */
export const qualitySummary = z.object({
	goodSeconds: seconds,
	fairSeconds: seconds,
	poorSeconds: seconds,
	/** Of the fair and the poor time. */
	causes: z.object({ network: seconds, device: seconds, sender: seconds }),
	/** Mean, in ms; null where it could not be measured. */
	roundTripMs: z.number().int().min(0).max(60_000).nullable(),
	/** Of a thousand packets that were sent to this device, how many were lost. */
	lostPerMille: z.number().int().min(0).max(1_000),
	/** The way that media took last. */
	connection: z.enum(['direct', 'relayed', 'groupServer']).nullable(),
});
export type QualitySummary = z.infer<typeof qualitySummary>;
