import type { Proposal } from 'ts-mls';
import { readCredential } from './identity.ts';
import type { Refused } from './received.ts';
import type { Member } from './roster.ts';
import { decodeKeyPackage } from './wire.ts';

/** Who is to come, as key packages, and who is to go, as peer ids. */
export interface GroupChange {
	add?: readonly Uint8Array[];
	remove?: readonly string[];
}

/** What a commit has to say for this change. Who is added while still in the group is taken out first. */
export function proposalsFor(
	{ add = [], remove = [] }: GroupChange,
	members: readonly Member[],
	ownLeaf: number,
): Proposal[] | Refused {
	const leaving = new Set(remove);
	const adds: Proposal[] = [];
	for (const bytes of add) {
		const keyPackage = decodeKeyPackage(bytes);
		const comer = keyPackage && readCredential(keyPackage.leafNode.credential);
		if (!comer) return { refused: 'badKeyPackage' };
		leaving.add(comer.peerId);
		adds.push({ proposalType: 'add', add: { keyPackage } });
	}
	const removed = members.filter(({ peerId }) => leaving.has(peerId));
	if (removed.some(({ leaf }) => leaf === ownLeaf)) return { refused: 'forbidden' };
	return [...removed.map(({ leaf }): Proposal => ({ proposalType: 'remove', remove: { removed: leaf } })), ...adds];
}

/** All that a commit of ours ever does; others of MLS are refused. */
export const isOrdinary = ({ proposalType }: Proposal): boolean => proposalType === 'add' || proposalType === 'remove';
