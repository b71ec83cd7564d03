import type { KeySuite } from '../../../../../shared/contract/signalling/keys.ts';
import { Aes128Gcm, Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, HkdfSha512 } from '@hpke/core';
import { XWing } from '@hpke/hybridkem-x-wing';
import type { CiphersuiteImpl } from 'ts-mls';
import { getCiphersuiteFromName } from 'ts-mls/crypto/ciphersuite.js';
import { makeHashImpl } from 'ts-mls/crypto/implementation/default/makeHashImpl.js';
import { makeKdfImpl } from 'ts-mls/crypto/implementation/default/makeKdfImpl.js';
import { defaultRng } from 'ts-mls/crypto/implementation/default/rng.js';
import { makeGenericHpke } from 'ts-mls/crypto/implementation/hpke.js';
import { aesGcm, ed25519 } from './webCrypto.ts';

/** What a suite is made of. ts-mls would bring all that it knows of, on top of code for each that nobody calls. */
const parts = {
	postQuantum: {
		name: 'MLS_256_XWING_AES256GCM_SHA512_Ed25519',
		kem: () => new XWing(),
		kdf: () => new HkdfSha512(),
		aead: () => new Aes256Gcm(),
	},
	classic: {
		name: 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519',
		kem: () => new DhkemX25519HkdfSha256(),
		kdf: () => new HkdfSha256(),
		aead: () => new Aes128Gcm(),
	},
} as const;

const loaded = new Map<KeySuite, Promise<CiphersuiteImpl>>();

export function cipherSuiteOf(suite: KeySuite): Promise<CiphersuiteImpl> {
	const known = loaded.get(suite) ?? load(suite);
	loaded.set(suite, known);
	return known;
}

async function load(suite: KeySuite): Promise<CiphersuiteImpl> {
	const { name, kem, kdf, aead } = parts[suite];
	const { hash, hpke } = getCiphersuiteFromName(name);
	return {
		name,
		hash: makeHashImpl(crypto.subtle, hash),
		kdf: makeKdfImpl(kdf()),
		hpke: await makeGenericHpke(hpke, aesGcm, new CipherSuite({ kem: kem(), kdf: kdf(), aead: aead() })),
		signature: ed25519,
		rng: defaultRng,
	};
}
