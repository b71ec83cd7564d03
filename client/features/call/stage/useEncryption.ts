import { useEffect, useState } from 'react';
import type { EncryptionState } from '../session/state.ts';
import { useCall } from './callContext.ts';
import { groupDifferences } from './groupDifferences.ts';

/** Keys follow those who come and go within a moment; only what lasts longer is worth a warning. */
const lastingMs = 3_000;

export interface ShownEncryption extends Omit<EncryptionState, 'state'> {
	state: EncryptionState['state'] | 'lowered';
	/** Names of those who have the keys without being on the list of people. */
	strangers: readonly string[];
	/** Names of those on the list who do not have the keys. */
	missing: readonly string[];
	/** Names of those who are neither seen nor heard, as theirs is not encrypted. */
	unheard: readonly string[];
	/** What to say of it, by its key in the catalogue. */
	explanation: ShownEncryption['state'] | 'strangers' | 'intercepted' | 'unconfirmed' | 'unable';
}

/**
 * The call's encryption as the badge shows it: `broken` also with strangers among those who have the keys, and when
 * somebody may stand between the two devices; `starting` while this browser cannot encrypt and therefore has to wait.
 */
export function useEncryption(): ShownEncryption {
	const encryption = useCall((state) => state.encryption);
	const self = useCall((state) => state.self);
	const peers = useCall((state) => state.peers);
	const roster = self ? [self, ...peers] : peers;
	const differences =
		encryption.state === 'on' ? groupDifferences(encryption.members, roster) : groupDifferences([], []);
	const strangers = useLasting(differences.strangers);
	const missing = useLasting(differences.missing);
	const { lowered, unencrypted } = encryption;
	const unheard = lowered ? [] : peers.filter(({ peerId }) => unencrypted.includes(peerId)).map(({ name }) => name);
	const explanation = explain(encryption, strangers, self !== null && unencrypted.includes(self.peerId));
	return { ...encryption, strangers, missing, unheard, explanation, state: stateOf[explanation] };
}

const stateOf = {
	on: 'on',
	starting: 'starting',
	unable: 'starting',
	lowered: 'lowered',
	broken: 'broken',
	strangers: 'broken',
	intercepted: 'broken',
	unconfirmed: 'broken',
} satisfies Record<ShownEncryption['explanation'], ShownEncryption['state']>;

function explain(
	{ state, route, lowered }: EncryptionState,
	strangers: readonly string[],
	isUnable: boolean,
): ShownEncryption['explanation'] {
	if (strangers.length > 0) return 'strangers';
	if (route === 'intercepted') return 'intercepted';
	if (lowered) return 'lowered';
	if (isUnable) return 'unable';
	return state === 'on' && route === 'unconfirmed' ? 'unconfirmed' : state;
}

/** These names once they have been the same for a while; none until then. */
function useLasting(names: readonly string[]): readonly string[] {
	const key = JSON.stringify(names);
	const [lasting, setLasting] = useState('[]');
	useEffect(() => {
		const timer = setTimeout(() => setLasting(key), lastingMs);
		return () => clearTimeout(timer);
	}, [key]);
	return lasting === key ? names : [];
}
