import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPath, noPath, renewedPath } from './topology.ts';

const host = { peerId: 'host', role: 'host' } as const;
const second = { peerId: 'second host', role: 'host' } as const;
const anna = { peerId: 'anna', role: 'attendee' } as const;
const beata = { peerId: 'beata', role: 'attendee' } as const;

describe('nextPath', () => {
	it.each([
		{ admitted: [], mode: 'idle' },
		{ admitted: [host], mode: 'idle' },
		{ admitted: [host, anna], mode: 'direct' },
		{ admitted: [host, anna, beata], mode: 'sfu' },
	])('is $mode for $admitted.length', ({ admitted, mode }) => {
		expect(nextPath(noPath, admitted).topology.mode).toBe(mode);
	});

	it.each([
		{ admitted: [host, anna], polite: 'host' },
		{ admitted: [anna, host], polite: 'host' },
		{ admitted: [host, second], polite: 'host' },
		{ admitted: [anna, beata], polite: 'anna' },
		{ admitted: [host, anna, beata], polite: null },
	])('lets $polite yield', ({ admitted, polite }) => {
		expect(nextPath(noPath, admitted).topology.politePeerId).toBe(polite);
	});

	it('has a new epoch for another pair, and none for a fourth peer', () => {
		const first = nextPath(noPath, [host, anna]);
		expect(nextPath(first, [host, beata]).topology.epoch).toBe(first.topology.epoch + 1);
		const group = nextPath(first, [host, anna, beata]);
		expect(nextPath(group, [host, anna, beata, second])).toBe(group);
	});

	it('never goes back in epochs, and changes the epoch whenever the mode changes', () => {
		const everybody = [host, second, anna, beata];
		fc.assert(
			fc.property(fc.array(fc.subarray(everybody), { maxLength: 30 }), (steps) => {
				let path = noPath;
				for (const admitted of steps) {
					const next = nextPath(path, admitted);
					const changed = next.topology.mode !== path.topology.mode;
					expect(next.topology.epoch - path.topology.epoch).toBeLessThanOrEqual(1);
					expect(next.topology.epoch - path.topology.epoch).toBeGreaterThanOrEqual(changed ? 1 : 0);
					path = next;
				}
			}),
		);
	});

	it('keeps the mode when media is built anew', () => {
		const group = nextPath(noPath, [host, anna, beata]);
		expect(renewedPath(group).topology).toEqual({ ...group.topology, epoch: group.topology.epoch + 1 });
	});
});
