import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReplayWindow, windowSize } from './ReplayWindow.ts';

test('each value is taken once, in whatever order, as long as it is not too old', () => {
	const ctr = fc.oneof(fc.bigInt({ min: 0n, max: 3n * windowSize }), fc.bigInt({ min: 0n, max: 1n << 64n }));
	fc.assert(
		fc.property(fc.array(ctr, { maxLength: 300 }), (values) => {
			const window = new ReplayWindow();
			const taken = new Set<bigint>();
			let newest = -1n;
			for (const value of values) {
				const fresh = !taken.has(value) && value > newest - windowSize;
				expect(window.has(value)).toBe(!fresh);
				expect(window.take(value)).toBe(fresh);
				if (fresh) taken.add(value);
				if (value > newest) newest = value;
			}
		}),
		{ seed: 4096 },
	);
});

test('a slot is free again when the window has moved past its value', () => {
	const window = new ReplayWindow();
	for (let ctr = 0n; ctr < windowSize; ctr += 1n) window.take(ctr);
	expect(window.take(windowSize + 5n)).toBe(true);
	expect(window.take(windowSize + 4n)).toBe(true);
	expect(window.take(5n)).toBe(false);
	expect(window.take(6n)).toBe(false);
});
