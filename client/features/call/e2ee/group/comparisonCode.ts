const groups = 5;
const digitsEach = 5;
/** Makes each guess of somebody who looks for two groups with one code cost this many hashes. */
const rounds = 65_536;

/** Five groups of five digits. It takes a processor some 50 ms, so it is worked out for whoever wants to see it. */
export type ComparisonCode = () => Promise<string[]>;

/**
 * What people read to each other to make sure that no one stands between them: five groups of five digits, 83 bits,
 * the same on every device of an epoch and another in the next.
 * @param epochAuthenticator RFC 9420, section 8.7
 */
export async function comparisonCode(epochAuthenticator: Uint8Array): Promise<string[]> {
	const secret = await crypto.subtle.importKey('raw', new Uint8Array(epochAuthenticator), 'PBKDF2', false, [
		'deriveBits',
	]);
	const salt = new TextEncoder().encode('Samtal comparison code');
	const bits = await crypto.subtle.deriveBits(
		{ name: 'PBKDF2', hash: 'SHA-512', salt, iterations: rounds },
		secret,
		256,
	);
	const number = BigInt(`0x${new Uint8Array(bits).toHex()}`);
	const digits = String(number % 10n ** BigInt(groups * digitsEach)).padStart(groups * digitsEach, '0');
	return Array.from({ length: groups }, (_, index) => digits.slice(index * digitsEach, (index + 1) * digitsEach));
}
