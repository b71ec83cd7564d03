import { expect, test } from 'vitest';
import { loudness } from './level.ts';

test.each([
	['silence', 0, 0],
	['full scale', 1, 1],
	['a tenth, 20 dB less', 0.1, 2 / 3],
	['what is too soft to matter', 0.0005, 0],
])('%s', (_, amplitude, level) => {
	expect(loudness(new Float32Array(256).fill(amplitude))).toBeCloseTo(level, 5);
});
