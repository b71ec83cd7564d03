import type { Signature } from 'ts-mls';
import type { Aead } from 'ts-mls/crypto/aead.js';

/** WebCrypto takes no bytes of shared memory, which the types of ts-mls allow for. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** AES-GCM with a key of whatever length the suite has, by the browser. */
export const aesGcm: Aead = {
	async encrypt(key, nonce, aad, plaintext) {
		const cipher = await crypto.subtle.importKey('raw', own(key), 'AES-GCM', false, ['encrypt']);
		const parameters = { name: 'AES-GCM', iv: own(nonce), additionalData: own(aad) };
		return new Uint8Array(await crypto.subtle.encrypt(parameters, cipher, own(plaintext)));
	},
	async decrypt(key, nonce, aad, ciphertext) {
		const cipher = await crypto.subtle.importKey('raw', own(key), 'AES-GCM', false, ['decrypt']);
		const parameters = { name: 'AES-GCM', iv: own(nonce), additionalData: own(aad) };
		return new Uint8Array(await crypto.subtle.decrypt(parameters, cipher, own(ciphertext)));
	},
};

/** Ed25519 by the browser; secret keys are PKCS #8. */
export const ed25519: Signature = {
	async sign(secretKey, message) {
		const key = await crypto.subtle.importKey('pkcs8', own(secretKey), 'Ed25519', false, ['sign']);
		return new Uint8Array(await crypto.subtle.sign('Ed25519', key, own(message)));
	},
	async verify(publicKey, message, signature) {
		const key = await crypto.subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify']);
		return crypto.subtle.verify('Ed25519', key, own(signature), own(message));
	},
	async keygen() {
		const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
		if (!('publicKey' in pair)) throw new Error('Ed25519 gave no pair of keys');
		const [publicKey, signKey] = await Promise.all([
			crypto.subtle.exportKey('raw', pair.publicKey),
			crypto.subtle.exportKey('pkcs8', pair.privateKey),
		]);
		return { publicKey: new Uint8Array(publicKey), signKey: new Uint8Array(signKey) };
	},
};
