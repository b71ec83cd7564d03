import { describe, expect, it } from 'vitest';
import type { WaitingPeer } from '../../../shared/contract/signalling/peer.ts';
import { arrivals, byArrival, urgency } from './waitingStore.ts';

const waiting = (attendeeId: string, since: string): WaitingPeer => ({
	peerId: `peer of ${attendeeId} ${since}`,
	attendeeId,
	appointmentId: 'visit',
	name: attendeeId,
	since,
	connected: true,
	encrypts: true,
});
const jon = waiting('Jón', '2026-03-01T14:05:00Z');
const ewa = waiting('Ewa', '2026-03-01T14:00:00Z');

describe('the queue', () => {
	it('begins with who waits longest', () => {
		expect(byArrival([jon, ewa])).toEqual([ewa, jon]);
	});

	it('tells arrivals from returns', () => {
		const jonAgain = waiting('Jón', '2026-03-01T14:06:00Z');
		expect(arrivals([], [jon])).toEqual([jon]);
		expect(arrivals([jon], [jonAgain, ewa])).toEqual([ewa]);
		expect(arrivals([jon, ewa], [ewa])).toEqual([]);
	});

	it('becomes pressing with time', () => {
		const at = (time: string) => urgency(ewa.since, Date.parse(time));
		expect(at('2026-03-01T14:09:59Z')).toBe('fresh');
		expect(at('2026-03-01T14:10:00Z')).toBe('late');
		expect(at('2026-03-01T14:30:00Z')).toBe('tooLong');
	});
});
