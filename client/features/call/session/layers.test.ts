import { expect, test } from 'vitest';
import { layersFor } from './layers.ts';

test.each([
	[0, null],
	[96, 0],
	[240, 0],
	[241, 1],
	[480, 1],
	[481, 2],
	[1_440, 2],
])('a tile %i pixels high needs spatial layer %s', (pixels, layer) => {
	expect(layersFor(pixels)?.spatialLayer ?? null).toBe(layer);
});
