import { getCiphersuiteFromName, getCiphersuiteImpl, type CiphersuiteImpl, type CiphersuiteName } from 'ts-mls';

/**
 * `postQuantum`: X-Wing, that is ML-KEM-768 and X25519 together, so that a call that is recorded today stays closed
 * when one of them falls. `classic`: the suite that RFC 9420 makes everybody have.
 */
export type GroupSuite = 'postQuantum' | 'classic';

const names: Record<GroupSuite, CiphersuiteName> = {
	postQuantum: 'MLS_256_XWING_AES256GCM_SHA512_Ed25519',
	classic: 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519',
};

const loaded = new Map<GroupSuite, Promise<CiphersuiteImpl>>();

export function cipherSuiteOf(suite: GroupSuite): Promise<CiphersuiteImpl> {
	const known = loaded.get(suite) ?? getCiphersuiteImpl(getCiphersuiteFromName(names[suite]));
	loaded.set(suite, known);
	return known;
}
