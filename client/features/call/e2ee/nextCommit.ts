import type { CallNotification } from '../../../../shared/contract/signalling/notifications.ts';
import type { CallRequestInput } from '../../../../shared/contract/signalling/requests.ts';
import type { CallGroup } from './group/CallGroup.ts';
import type { Identity } from './group/identity.ts';
import { offeredIdentity } from './group/JoinOffer.ts';
import type { GroupChange } from './group/proposals.ts';
import { toPieces } from './pieces.ts';

type Wanted = Pick<CallNotification<'keysWanted'>, 'add' | 'remove'>;
type Offered = Wanted['add'][number];

/**
 * The commit that the server asks for, as far as it is right: somebody is added only by an offer that is their own,
 * under the name that everybody sees, and removed only when they are not in the call.
 * @param knows whether somebody of this id and name is in the call, as far as is known here
 * @returns what to send; null when nothing of it is to be done
 */
export async function nextCommit(
	group: CallGroup,
	{ add, remove }: Wanted,
	knows: (identity: Identity) => boolean,
): Promise<CallRequestInput<'commitKeys'> | null> {
	// Asked again: what was sent before has not counted.
	await group.dropPending();
	const removed = group.members.filter((member) => remove.includes(member.peerId) && !knows(member));
	if (add.length === 0 && removed.length === 0) return null;
	const gone = removed.map(({ peerId }) => peerId);
	let added = await genuineOf(add, knows);
	let committed = await group.commit(changeOf(added, gone));
	if ('refused' in committed && added.length > 0) {
		// One bad offer spoils it for all.
		added = await whoCanBeAdded(group, added);
		committed = await group.commit(changeOf(added, gone));
	}
	if ('refused' in committed) return null;
	const { epoch, commit, welcome } = committed;
	return {
		group: group.id,
		epoch: Number(epoch),
		commit: toPieces(commit),
		welcome: welcome ? toPieces(welcome) : [],
		added: added.map(({ peerId }) => peerId),
		refused: add.filter((offer) => !added.includes(offer)).map(({ peerId }) => peerId),
		removed: gone,
	};
}

async function genuineOf(offers: readonly Offered[], knows: (identity: Identity) => boolean): Promise<Offered[]> {
	const genuine: Offered[] = [];
	for (const offer of offers) {
		const identity = await offeredIdentity(offer.keyPackage);
		if (identity?.peerId === offer.peerId && knows(identity)) genuine.push(offer);
	}
	return genuine;
}

const changeOf = (added: readonly Offered[], remove: readonly string[]): GroupChange => ({
	add: added.map(({ keyPackage }) => keyPackage),
	remove,
});

async function whoCanBeAdded(group: CallGroup, offers: readonly Offered[]): Promise<Offered[]> {
	const able: Offered[] = [];
	for (const offer of offers) {
		const committed = await group.commit(changeOf([offer], []));
		if (!('refused' in committed)) able.push(offer);
		await group.dropPending();
	}
	return able;
}
