import { z } from 'zod/mini';
import { mediaSources } from '../session/MediaPath.ts';

// The content security policy forbids zod to compile its schemas, in the worker as on the page.
z.config({ jitless: true });

const mediaSource = z.enum(mediaSources);
const epochKeys = z.object({
	group: z.string(),
	epoch: z.bigint(),
	baseKey: z.instanceof(CryptoKey),
	ownLeaf: z.number(),
	members: z.map(z.number(), z.string()),
	sendAfterMs: z.number(),
});

/** What the page tells the worker of the frames. */
export const toWorker = z.discriminatedUnion('type', [
	z.object({ type: z.literal('addEpoch'), keys: epochKeys }),
	z.object({ type: z.literal('sendUnder'), group: z.string(), epoch: z.bigint() }),
	z.object({ type: z.literal('forget') }),
	z.object({ type: z.literal('lower') }),
	z.object({ type: z.literal('count'), question: z.number() }),
]);
export type ToWorker = z.infer<typeof toWorker>;

/** What a transform is made with: which way the frames go, and whose they are. */
export const transformOptions = z.discriminatedUnion('side', [
	z.object({ side: z.literal('send'), source: mediaSource }),
	z.object({ side: z.literal('receive'), peerId: z.string(), source: mediaSource }),
]);
export type TransformOptions = z.infer<typeof transformOptions>;
