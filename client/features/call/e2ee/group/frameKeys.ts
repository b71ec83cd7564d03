import { importBaseKey, suites } from '../sframe/keys.ts';
import type { EpochKeys } from '../frames/KeyRing.ts';
import type { CallGroup } from './CallGroup.ts';

/**
 * What the frames of the group's present epoch are encrypted with. @see RFC 9605, section 5.2
 * @param sendAfterMs how long the key before is still used for sending
 */
export async function frameKeysOf(group: CallGroup, sendAfterMs: number): Promise<EpochKeys> {
	const { id, epoch, ownLeaf, members } = group;
	const { keyLength } = suites.AES_256_GCM_SHA512_128;
	const secret = new Uint8Array(await group.exportKey('SFrame 1.0 Base Key', new Uint8Array(), keyLength));
	const baseKey = await importBaseKey(secret);
	secret.fill(0);
	return {
		group: id,
		epoch,
		baseKey,
		ownLeaf,
		members: new Map(members.map(({ leaf, peerId }) => [leaf, peerId])),
		sendAfterMs,
	};
}
