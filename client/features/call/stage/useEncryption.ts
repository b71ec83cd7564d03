import { useEffect, useState } from 'react';
import type { EncryptionState } from '../session/state.ts';
import { useCall } from './callContext.ts';
import { groupDifferences } from './groupDifferences.ts';

/** Keys follow those who come and go within a moment; only what lasts longer is worth a warning. */
const lastingMs = 3_000;

export interface ShownEncryption extends EncryptionState {
	/** Names of those who have the keys without being on the list of people. */
	strangers: readonly string[];
	/** Names of those on the list who do not have the keys. */
	missing: readonly string[];
	/** What to say of it, by its key in the catalogue. */
	explanation: EncryptionState['state'] | 'strangers' | 'intercepted' | 'unconfirmed';
}

/**
 * The call's encryption as the badge shows it: `broken` also with strangers among those who have the keys, and when
 * somebody may stand between the two devices.
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
	const explanation = explain(encryption, strangers);
	const state = explanation === encryption.state ? encryption.state : 'broken';
	return { ...encryption, strangers, missing, explanation, state };
}

function explain({ state, route }: EncryptionState, strangers: readonly string[]): ShownEncryption['explanation'] {
	if (strangers.length > 0) return 'strangers';
	if (route === 'intercepted') return 'intercepted';
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
