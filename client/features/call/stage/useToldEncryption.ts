import { useEffect } from 'react';
import type { EncryptionState } from '../../../../shared/contract/signalling/activity.ts';
import { useCall, useSession } from './callContext.ts';
import type { ShownEncryption } from './useEncryption.ts';

/** For the visit's log, a host's page tells how the call is encrypted, as long as somebody else is there. */
export function useToldEncryption({ state, suite }: ShownEncryption): void {
	const session = useSession();
	const isHost = useCall(({ self }) => self?.role === 'host');
	const alone = useCall(({ peers }) => peers.length === 0);
	// Whatever the server missed, or forgot as it was started again, it hears with the next socket.
	const online = useCall((call) => call.online);
	const told = loggedState(state, suite);
	useEffect(() => {
		if (!isHost || !online || alone || told === undefined) return;
		session.reportEncryption({ state: told }).catch(() => undefined);
	}, [session, isHost, online, alone, told]);
}

/** Undefined while there is nothing to say yet. */
function loggedState(state: ShownEncryption['state'], suite: ShownEncryption['suite']): EncryptionState | undefined {
	switch (state) {
		case 'starting':
			return undefined;
		case 'on':
			return suite;
		case 'lowered':
			return 'lowered';
		case 'broken':
			return 'notSecured';
	}
}
