import { expect, test } from 'vitest';
import { KeyFrameNeed } from './KeyFrameNeed.ts';

const opened = (epoch: bigint) => ({ frame: new Uint8Array(), epoch });
const dropped = { dropped: 'unknownKey' } as const;

test('a key frame is asked for when the first picture that can be read is none', () => {
	const need = new KeyFrameNeed();
	expect(need.after(dropped, 'key', 0)).toBe(false);
	expect(need.after(opened(1n), 'delta', 10)).toBe(true);
});

test('it is asked for once in 500 ms until it comes', () => {
	const need = new KeyFrameNeed();
	expect([0, 33, 499, 500, 999].map((now) => need.after(opened(1n), 'delta', now))).toEqual([
		true,
		false,
		false,
		true,
		false,
	]);
	expect(need.after(opened(1n), 'key', 1_000)).toBe(false);
	expect(need.after(opened(1n), 'delta', 2_000)).toBe(false);
});

test('it is asked for after a change of keys and after a frame that was dropped', () => {
	const need = new KeyFrameNeed();
	need.after(opened(1n), 'key', 0);
	expect(need.after(opened(2n), 'delta', 1_000)).toBe(true);
	need.after(opened(2n), 'key', 2_000);
	need.after({ dropped: 'replayed' }, 'delta', 3_000);
	expect(need.after(opened(2n), 'delta', 3_000)).toBe(false);
	need.after(dropped, 'delta', 3_000);
	expect(need.after(opened(2n), 'delta', 4_000)).toBe(true);
});
