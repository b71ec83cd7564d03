import {
	decodeMlsMessage,
	encodeMlsMessage,
	type KeyPackage,
	type MLSMessage,
	type PrivateMessage,
	type Welcome,
} from 'ts-mls';

/**
 * Largest messages that are read, in bytes. A key package has one leaf; a commit one encrypted secret for each
 * other member at most; a welcome the whole tree, two nodes for each member; 1.4 kB each with post-quantum keys.
 */
const maxBytes = { keyPackage: 8_192, message: 131_072, welcome: 262_144 };

/** Largest text that is sent, so that it fits into a message of the signalling. */
export const maxTextBytes = 48_000;

const version = 'mls10';

export const encodeKeyPackage = (keyPackage: KeyPackage): Uint8Array =>
	encodeMlsMessage({ version, wireformat: 'mls_key_package', keyPackage });

export const encodeWelcome = (welcome: Welcome): Uint8Array =>
	encodeMlsMessage({ version, wireformat: 'mls_welcome', welcome });

export const encodePrivateMessage = (privateMessage: PrivateMessage): Uint8Array =>
	encodeMlsMessage({ version, wireformat: 'mls_private_message', privateMessage });

export function decodeKeyPackage(bytes: Uint8Array): KeyPackage | null {
	const message = decode(bytes, maxBytes.keyPackage);
	return message?.wireformat === 'mls_key_package' ? message.keyPackage : null;
}

export function decodeWelcome(bytes: Uint8Array): Welcome | null {
	const message = decode(bytes, maxBytes.welcome);
	return message?.wireformat === 'mls_welcome' ? message.welcome : null;
}

/** Commits and texts. Others of MLS are not ours: nobody joins or proposes from outside. */
export function decodePrivateMessage(bytes: Uint8Array): PrivateMessage | null {
	const message = decode(bytes, maxBytes.message);
	return message?.wireformat === 'mls_private_message' ? message.privateMessage : null;
}

/** Null for what is too large, not MLS, or has something behind it. Never throws. */
function decode(bytes: Uint8Array, limit: number): MLSMessage | null {
	if (bytes.length > limit) return null;
	try {
		const [message, length] = decodeMlsMessage(bytes, 0) ?? [];
		return message && length === bytes.length ? message : null;
	} catch {
		return null;
	}
}
