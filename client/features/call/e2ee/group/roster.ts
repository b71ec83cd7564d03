import type { Proposal, RatchetTree } from 'ts-mls';
import { readCredential, type Identity } from './identity.ts';

/** A member and its leaf, which is its place in the group as long as it is in it. */
export interface Member extends Identity {
	leaf: number;
}

/** A member with the key that its messages are signed with. */
interface Seat extends Member {
	signatureKey: string;
}

export interface RosterChange {
	added: Member[];
	removed: Member[];
}

/** Everybody in the group, by leaf; null when a credential is not ours, or two have the same peer id. */
export function readSeats(tree: RatchetTree): Seat[] | null {
	const seats: Seat[] = [];
	for (const [index, node] of tree.entries()) {
		if (node?.nodeType !== 'leaf') continue;
		const identity = readCredential(node.leaf.credential);
		if (!identity) return null;
		seats.push({ ...identity, leaf: index / 2, signatureKey: node.leaf.signaturePublicKey.toHex() });
	}
	return new Set(seats.map(({ peerId }) => peerId)).size === seats.length ? seats : null;
}

export const toMember = ({ leaf, peerId, name }: Seat): Member => ({ leaf, peerId, name });

/**
 * What a commit did to the group, or null when it did more than its proposals say: whoever commits sends a new leaf
 * of its own, which must not make somebody else of it.
 */
export function rosterChange(before: RatchetTree, after: RatchetTree, proposals: Proposal[]): RosterChange | null {
	const [seatsBefore, seatsAfter] = [readSeats(before), readSeats(after)];
	if (!seatsBefore || !seatsAfter) return null;
	const removedLeaves = new Set(
		proposals.flatMap((proposal) => (proposal.proposalType === 'remove' ? [proposal.remove.removed] : [])),
	);
	const addedKeys = new Set(
		proposals.flatMap((proposal) =>
			proposal.proposalType === 'add' ? [proposal.add.keyPackage.leafNode.signaturePublicKey.toHex()] : [],
		),
	);
	const removed = seatsBefore.filter(({ leaf }) => removedLeaves.has(leaf));
	const staying = seatsBefore.filter(({ leaf }) => !removedLeaves.has(leaf));
	const added = seatsAfter.filter(({ signatureKey }) => addedKeys.has(signatureKey));
	const others = seatsAfter.filter(({ signatureKey }) => !addedKeys.has(signatureKey));
	const unchanged =
		staying.length === others.length && staying.every((seat) => others.some((other) => same(seat, other)));
	return unchanged && added.length === addedKeys.size
		? { added: added.map(toMember), removed: removed.map(toMember) }
		: null;
}

const same = (a: Seat, b: Seat): boolean =>
	a.leaf === b.leaf && a.peerId === b.peerId && a.name === b.name && a.signatureKey === b.signatureKey;
