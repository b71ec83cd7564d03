/**
 * The certificates that a session description allows its sender to come with, each once and in order. The browser
 * holds the other side to them: DTLS with any other certificate fails.
 * @see RFC 8122, section 5, and RFC 8827, section 6.5
 */
export function fingerprintsOf(sdp: string): string[] {
	const found = [...sdp.matchAll(/^a=fingerprint:(\S+) +(\S+)\s*$/gm)];
	return [...new Set(found.map(([, hash = '', value = '']) => `${hash} ${value}`.toLowerCase()))].toSorted();
}
