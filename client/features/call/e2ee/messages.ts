import { z } from 'zod/mini';
import { mediaSources } from '../session/MediaPath.ts';
import { dropReasons } from './frames/FrameCipher.ts';

// The content security policy forbids zod to compile its schemas, in the worker as on the page.
z.config({ jitless: true });

const mediaSource = z.enum(mediaSources);
const count = z.number();

const epochKeys = z.object({
	group: z.string(),
	epoch: z.bigint(),
	baseKey: z.instanceof(CryptoKey),
	ownLeaf: z.number(),
	members: z.map(z.number(), z.string()),
	sendAfterMs: z.number(),
});

const counters = z.object({
	encrypted: count,
	decrypted: count,
	dropped: z.record(z.enum(dropReasons), count),
});

/** What the page tells the worker of the frames. */
export const toWorker = z.discriminatedUnion('type', [
	z.object({ type: z.literal('addEpoch'), keys: epochKeys }),
	z.object({ type: z.literal('forget') }),
	z.object({ type: z.literal('count'), question: z.number() }),
]);
export type ToWorker = z.infer<typeof toWorker>;

/** What the worker tells the page. */
export const toPage = z.discriminatedUnion('type', [
	z.object({ type: z.literal('counted'), question: z.number(), counters }),
	/** Only where the browser cannot ask for one from the worker. */
	z.object({ type: z.literal('keyFrameNeeded'), peerId: z.string(), source: mediaSource }),
]);
export type ToPage = z.infer<typeof toPage>;

/** What a transform is made with: which way the frames go, and whose they are. */
export const transformOptions = z.discriminatedUnion('side', [
	z.object({ side: z.literal('send'), source: mediaSource }),
	z.object({ side: z.literal('receive'), peerId: z.string(), source: mediaSource }),
]);
export type TransformOptions = z.infer<typeof transformOptions>;
