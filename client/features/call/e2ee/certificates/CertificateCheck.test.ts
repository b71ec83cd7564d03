import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CertificateCheck, type PathEnds, type Route } from './CertificateCheck.ts';
import { fingerprintsOf } from './fingerprints.ts';

const [ours, theirs, mallory] = ['sha-256 aa:01', 'sha-256 bb:02', 'sha-256 ee:05'];
const ends = (change: Partial<PathEnds> = {}): PathEnds => ({
	...{ pathEpoch: 3, peerId: 'bo', local: [ours], remote: [theirs] },
	...change,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
	const tell = vi.fn<(certificates: { pathEpoch: number; fingerprints: readonly string[] }) => void>();
	const routes: Route[] = [];
	const check = new CertificateCheck({ tell, changed: (route) => void routes.push(route) });
	return { check, tell, routes };
}

test('what both sides say of one path is confirmed, in whatever order it comes', () => {
	const first = start();
	first.check.stand(ends());
	expect(first.tell).toHaveBeenLastCalledWith({ pathEpoch: 3, fingerprints: [ours] });
	first.check.told('bo', { pathEpoch: 3, fingerprints: [theirs] });
	expect(first.routes).toEqual(['confirmed']);

	const second = start();
	second.check.told('bo', { pathEpoch: 3, fingerprints: [theirs, 'sha-512 cc:03'] });
	second.check.stand(ends());
	expect(second.routes).toEqual(['confirmed']);
	vi.advanceTimersByTime(60_000);
	expect(second.routes).toEqual(['confirmed']);
});

test('another certificate at the other end is caught, also beside the right one, and when it comes later', () => {
	for (const remote of [[mallory], [theirs, mallory], []]) {
		const { check, routes } = start();
		check.stand(ends());
		check.told('bo', { pathEpoch: 3, fingerprints: [theirs] });
		check.stand(ends({ remote }));
		expect(routes).toEqual(['confirmed', 'intercepted']);
	}
});

test('what another person says, or what was said of another path, confirms nothing', () => {
	const { check, routes } = start();
	check.stand(ends());
	check.told('eve', { pathEpoch: 3, fingerprints: [theirs] });
	check.told('bo', { pathEpoch: 2, fingerprints: [theirs] });
	expect(routes).toEqual([]);
	vi.advanceTimersByTime(25_000);
	expect(routes).toEqual(['unconfirmed']);
	check.told('bo', { pathEpoch: 3, fingerprints: [theirs] });
	expect(routes).toEqual(['unconfirmed', 'confirmed']);
});

test('it asks anew for each path, and for none over the media server', () => {
	const { check, tell, routes } = start();
	check.stand(ends());
	check.told('bo', { pathEpoch: 3, fingerprints: [theirs] });
	check.stand(null);
	vi.advanceTimersByTime(60_000);
	expect(routes).toEqual(['confirmed', 'unknown']);
	tell.mockClear();
	check.tellAgain();
	expect(tell).not.toHaveBeenCalled();
	check.stand(ends({ pathEpoch: 5 }));
	vi.advanceTimersByTime(24_999);
	expect(routes).toEqual(['confirmed', 'unknown']);
	vi.advanceTimersByTime(1);
	expect(routes).toEqual(['confirmed', 'unknown', 'unconfirmed']);
});

test('finds the fingerprints of a description, at the session and at each of its media', () => {
	const sdp = [
		'v=0',
		'a=fingerprint:sha-256 BB:02',
		'm=audio 9 UDP/TLS/RTP/SAVPF 111',
		'a=fingerprint:sha-256 bb:02',
		'a=fingerprint:SHA-512 AA:01',
		'',
	].join('\r\n');
	expect(fingerprintsOf(sdp)).toEqual(['sha-256 bb:02', 'sha-512 aa:01']);
	expect(fingerprintsOf('v=0\r\n')).toEqual([]);
});
