import type { MediaSource } from '../../../../../shared/contract/signalling/peer.ts';
import { kindOf } from '../../session/MediaPath.ts';

const keyFramePrefix = 10;
const deltaFramePrefix = 3;

/**
 * How many leading bytes of a frame stay readable; they are authenticated. It follows from the first byte, which is
 * one of them, so that both sides find the same without trusting what a packet says beside its frame. Null for a
 * frame that is too short to be one.
 *
 * Pictures: what VP8's payload begins with (RFC 6386, section 9.1). The media server reads the key-frame bit of the
 * first byte, receivers also the picture's size in the next nine of a key frame. VP9 has all that in front of its
 * payload (RFC 9628), where encryption does not reach; it keeps the same rule, so that no side needs to know which
 * of the two it is. H.264 and AV1 do not work: their packetizers look for structure in the whole frame.
 *
 * Sound: nothing. The media server looks at no more than an Opus packet's length, and browsers take off the
 * encryption before anything reads the first byte.
 */
export function clearPrefixLength(source: MediaSource, frame: Uint8Array): number | null {
	if (kindOf(source) === 'audio') return 0;
	const length = saysKeyFrame(frame) ? keyFramePrefix : deltaFramePrefix;
	return frame.length < length ? null : length;
}

/** VP8's first bit is 0 in a picture that needs no other. */
const saysKeyFrame = ([first = 0]: Uint8Array): boolean => (first & 1) === 0;
