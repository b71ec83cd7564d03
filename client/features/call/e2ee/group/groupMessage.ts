import { z } from 'zod';

/** The longest text of one message in the chat, in UTF-16 units. */
export const longestText = 4_000;

/**
 * What devices tell each other inside the group, so that the server can neither read nor change it. `certificates`:
 * the fingerprints with which our end of the direct path of this epoch of the topology can be told from another's.
 * `lowered`: a host orders that nobody's sound and picture is encrypted from end to end any more. `unencrypted`: the
 * author's is not.
 */
const groupMessage = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('chat'), text: z.string().trim().min(1).max(longestText) }),
	z.object({
		kind: z.literal('certificates'),
		pathEpoch: z.number().int().nonnegative(),
		fingerprints: z.array(z.string().max(200)).min(1).max(8).readonly(),
	}),
	z.object({ kind: z.literal('lowered') }),
	z.object({ kind: z.literal('unencrypted') }),
]);
export type GroupMessage = z.infer<typeof groupMessage>;

export const encodeMessage = (message: GroupMessage): Uint8Array => new TextEncoder().encode(JSON.stringify(message));

/** Null for what no version of ours says. Never throws. */
export function readMessage(bytes: Uint8Array): GroupMessage | null {
	try {
		return groupMessage.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data ?? null;
	} catch {
		return null;
	}
}
