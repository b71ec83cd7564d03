import { z } from 'zod';
import { mediaSources } from '../session/MediaPath.ts';
import { dropReasons } from './frames/FrameCipher.ts';

const count = z.number();
const counters = z.object({
	encrypted: count,
	decrypted: count,
	unencrypted: count,
	dropped: z.record(z.enum(dropReasons), count),
});

/** What the worker tells the page. */
export const toPage = z.discriminatedUnion('type', [
	z.object({ type: z.literal('counted'), question: z.number(), counters }),
	/** Only where the browser cannot ask for one from the worker. */
	z.object({ type: z.literal('keyFrameNeeded'), peerId: z.string(), source: z.enum(mediaSources) }),
]);
export type ToPage = z.infer<typeof toPage>;
