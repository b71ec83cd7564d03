import type { MediaSource } from '../../../../../shared/contract/signalling/peer.ts';
import { kindOf } from '../../session/MediaPath.ts';
import type { FrameCipher, Origin } from './FrameCipher.ts';
import { KeyFrameNeed } from './KeyFrameNeed.ts';
import type { EncodedFrame } from './transformer.ts';

type Pipe = TransformStream<EncodedFrame, EncodedFrame>;

/** Encrypts one source's frames, in their order. What cannot be encrypted ends here. */
export function sealing(cipher: FrameCipher, source: MediaSource): Pipe {
	return new TransformStream({
		async transform(frame, controller) {
			const sealed = await cipher.seal(source, new Uint8Array(frame.data));
			if (!sealed) return;
			put(frame, sealed);
			controller.enqueue(frame);
		},
	});
}

/**
 * Decrypts what comes as one peer's source, in its order. What does not prove to be that ends here.
 * @param askForKeyFrame called when the decoder needs one
 */
export function opening(cipher: FrameCipher, origin: Origin, now: () => number, askForKeyFrame: () => void): Pipe {
	const need = kindOf(origin.source) === 'video' ? new KeyFrameNeed() : null;
	return new TransformStream({
		async transform(frame, controller) {
			const opened = await cipher.open(origin, new Uint8Array(frame.data));
			if (need?.after(opened, frame.type === 'key' ? 'key' : 'delta', now())) askForKeyFrame();
			if ('dropped' in opened) return;
			put(frame, opened.frame);
			controller.enqueue(frame);
		},
	});
}

function put(frame: EncodedFrame, { buffer }: Uint8Array<ArrayBuffer>): void {
	// Frames are the browser's objects: the same one goes on with other bytes.
	Object.assign(frame, { data: buffer });
}
