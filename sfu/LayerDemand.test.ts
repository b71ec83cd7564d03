import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LayerDemand, layerWanted } from './LayerDemand.ts';

const watching = (spatialLayer?: number) => ({
	paused: false,
	preferredLayers: spatialLayer === undefined ? undefined : { spatialLayer },
});
const paused = { ...watching(2), paused: true };

test.each([
	{ consumers: [], wanted: 0 },
	{ consumers: [paused], wanted: 0 },
	{ consumers: [watching(0), watching(1), paused], wanted: 1 },
	{ consumers: [watching()], wanted: 2 },
])('of $consumers.length consumers the most that is watched is layer $wanted', ({ consumers, wanted }) => {
	expect(layerWanted(consumers)).toBe(wanted);
});

const told: [string, number][] = [];
const demand = new LayerDemand((producerId, layer) => void told.push([producerId, layer]));
beforeEach(() => {
	told.length = 0;
	vi.useFakeTimers();
});
afterEach(() => {
	demand.forget('camera');
	vi.useRealTimers();
});

test('more is asked for at once, and only when it is more', () => {
	demand.update('camera', [watching(1)]);
	demand.update('camera', [watching(1), watching(2)]);
	demand.update('camera', [watching(2)]);
	expect(told).toEqual([['camera', 2]]);
});

test('less is asked for after a while, unless somebody wants more again', () => {
	demand.update('camera', [watching(2)]);
	demand.update('camera', [watching(0)]);
	vi.advanceTimersByTime(1_999);
	demand.update('camera', [watching(2)]);
	vi.advanceTimersByTime(10_000);
	expect(told).toEqual([['camera', 2]]);
	demand.update('camera', []);
	vi.advanceTimersByTime(2_000);
	expect(told).toEqual([
		['camera', 2],
		['camera', 0],
	]);
	expect(demand.of('camera')).toBe(0);
});

test('a producer that is gone is not spoken of', () => {
	demand.update('camera', []);
	demand.forget('camera');
	vi.advanceTimersByTime(10_000);
	expect(told).toEqual([]);
});
