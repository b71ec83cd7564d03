import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet: not this machine, a private or link-local network (and so no
 * cloud's metadata), a provider's own (RFC 6598) or any other reserved range (IANA, RFC 6890); an IPv4 address inside of
 * an IPv6 one counts as what it is, and the ranges that tunnel or translate to IPv4 are not public.
 */
export function isPublicAddress(address: string): boolean {
	if (!ipaddr.isValid(address)) return false;
	// NOTE: `process` unwraps `::ffff:a.b.c.d`; what else embeds IPv4 has a range of its own, and `unicast` is none of them.
	return ipaddr.process(address).range() === 'unicast';
}
