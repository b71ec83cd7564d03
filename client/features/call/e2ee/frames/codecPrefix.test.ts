import { expect, test } from 'vitest';
import { clearPrefixLength } from './codecPrefix.ts';

/** As Chromium's encoder made them. */
const keyFrame = new Uint8Array([0x90, 0x31, 0, 0x9d, 0x01, 0x2a, 0xe0, 1, 14, 1, 7, 7]);
const deltaFrame = new Uint8Array([0xb1, 0x02, 0, 0x9d, 7, 7]);

test('a VP8 key frame keeps its start code and size readable, any other its tag', () => {
	expect(clearPrefixLength('camera', keyFrame)).toBe(10);
	expect(clearPrefixLength('screen', deltaFrame)).toBe(3);
});

test('of sound nothing is readable', () => {
	expect(clearPrefixLength('mic', keyFrame)).toBe(0);
	expect(clearPrefixLength('screenAudio', deltaFrame)).toBe(0);
});

test('what is shorter than its prefix is no picture', () => {
	expect(clearPrefixLength('camera', keyFrame.subarray(0, 9))).toBeNull();
	expect(clearPrefixLength('camera', deltaFrame.subarray(0, 2))).toBeNull();
	expect(clearPrefixLength('camera', new Uint8Array())).toBeNull();
});
