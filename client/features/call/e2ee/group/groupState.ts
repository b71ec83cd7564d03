import type { KeySuite } from '../../../../../shared/contract/signalling/keys.ts';
import { createGroup, emptyPskIndex, joinGroup, type ClientConfig, type ClientState } from 'ts-mls';
import { defaultClientConfig } from 'ts-mls/clientConfig.js';
import { readCredential, type Identity } from './identity.ts';
import { offerToJoin, type JoinOffer } from './JoinOffer.ts';
import type { Refused } from './received.ts';
import { readSeats } from './roster.ts';
import { cipherSuiteOf } from './suite.ts';
import { decodeWelcome } from './wire.ts';

const clientConfig: ClientConfig = {
	...defaultClientConfig,
	authService: { validateCredential: async (credential) => readCredential(credential) !== null },
};

const randomIdLength = 16;

/** A group with one member. Its id begins with the call's, so that nobody is drawn into the group of another call. */
export async function foundState(suite: KeySuite, identity: Identity, callId: string): Promise<ClientState> {
	const { keyPackage, secrets } = await offerToJoin(suite, identity);
	const random = crypto.getRandomValues(new Uint8Array(randomIdLength));
	const groupId = new Uint8Array([...callPrefix(callId), ...random]);
	return createGroup(groupId, keyPackage, secrets, [], await cipherSuiteOf(suite), clientConfig);
}

/** What a welcome leads to. It is not trusted: another group's, another offer's or a changed one is refused. */
export async function joinState(offer: JoinOffer, welcome: Uint8Array, callId: string): Promise<ClientState | Refused> {
	const decoded = decodeWelcome(welcome);
	if (!decoded) return { refused: 'malformed' };
	const cipherSuite = await cipherSuiteOf(offer.suite);
	const { keyPackage, secrets } = offer;
	try {
		const noTree = undefined;
		const noFormerGroup = undefined;
		const state = await joinGroup(
			decoded,
			keyPackage,
			secrets,
			emptyPskIndex,
			cipherSuite,
			noTree,
			noFormerGroup,
			clientConfig,
		);
		if (!isOfCall(state.groupContext.groupId, callId)) return { refused: 'foreign' };
		return readSeats(state.ratchetTree) ? state : { refused: 'forbidden' };
	} catch {
		return { refused: 'notAuthentic' };
	}
}

const callPrefix = (callId: string): Uint8Array => new TextEncoder().encode(`${callId}/`);

function isOfCall(groupId: Uint8Array, callId: string): boolean {
	const prefix = callPrefix(callId);
	return groupId.length === prefix.length + randomIdLength && prefix.every((byte, index) => byte === groupId[index]);
}
