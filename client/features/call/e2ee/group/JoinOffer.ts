import type { KeySuite } from '../../../../../shared/contract/signalling/keys.ts';
import { defaultLifetime, generateKeyPackage, type KeyPackage, type PrivateKeyPackage } from 'ts-mls';
import { verifyKeyPackage } from 'ts-mls/keyPackage.js';
import { readCredential, toCredential, type Identity } from './identity.ts';
import { cipherSuiteOf } from './suite.ts';
import { ed25519 } from './webCrypto.ts';
import { decodeKeyPackage, encodeKeyPackage } from './wire.ts';

/** The means to be added to a group once. `bytes` is for the others, the rest stays on the device. */
export interface JoinOffer {
	suite: KeySuite;
	bytes: Uint8Array;
	keyPackage: KeyPackage;
	secrets: PrivateKeyPackage;
}

/**
 * Makes keys for one membership. NOTE: a device that has to be added again makes a new offer: each is good for one
 * welcome, and ts-mls refuses a signature key that is still in the tree although the same commit removes it.
 */
export async function offerToJoin(suite: KeySuite, identity: Identity): Promise<JoinOffer> {
	const cipherSuite = await cipherSuiteOf(suite);
	const capabilities = {
		versions: ['mls10' as const],
		ciphersuites: [cipherSuite.name],
		extensions: [],
		proposals: [],
		credentials: ['basic' as const],
	};
	const { publicPackage, privatePackage } = await generateKeyPackage(
		toCredential(identity),
		capabilities,
		defaultLifetime,
		[],
		cipherSuite,
	);
	return { suite, bytes: encodeKeyPackage(publicPackage), keyPackage: publicPackage, secrets: privatePackage };
}

/** Whose offer it is, as its signature proves that its maker says; null for what is no offer, or was changed. */
export async function offeredIdentity(bytes: Uint8Array): Promise<Identity | null> {
	const keyPackage = decodeKeyPackage(bytes);
	return keyPackage && (await verifyKeyPackage(keyPackage, ed25519))
		? readCredential(keyPackage.leafNode.credential)
		: null;
}
