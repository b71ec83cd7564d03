/** Bits of the MLS epoch in a KID: this many epochs can be told apart at a time. */
const epochBits = 4n;
export const epochsApart = 1n << epochBits;

/** Which sender of which epoch a key belongs to. `epoch` is modulo `epochsApart`. */
export interface KidParts {
	epoch: bigint;
	/** The sender's place in the MLS tree. */
	leaf: number;
}

/** The KID of a member in an epoch, with context 0. @see RFC 9605, section 5.2 */
export const kidOf = (epoch: bigint, leaf: number): bigint => (BigInt(leaf) << epochBits) | (epoch % epochsApart);

/** What a KID says; null when no member of a group can have it, whatever its size. */
export function readKid(kid: bigint): KidParts | null {
	const leaf = kid >> epochBits;
	return leaf <= 0xffff_ffffn ? { epoch: kid % epochsApart, leaf: Number(leaf) } : null;
}
