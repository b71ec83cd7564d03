import type { MediaSource } from '../../../../../shared/contract/signalling/peer.ts';
import { kindOf } from '../../session/MediaPath.ts';
import type { FrameCipher, Origin } from './FrameCipher.ts';
import { KeyFrameNeed } from './KeyFrameNeed.ts';
import type { EncodedFrame, Transformer } from './transformer.ts';

/**
 * Passes frames through one after another, in their order; those that come out as null end here. A loop, as a stream
 * between the two costs each frame as much as its encryption.
 */
export async function pump(
	{ readable, writable }: Transformer,
	through: (frame: EncodedFrame) => Promise<Uint8Array<ArrayBuffer> | null>,
): Promise<void> {
	const [reader, writer] = [readable.getReader(), writable.getWriter()];
	for (;;) {
		const { done, value: frame } = await reader.read();
		if (done) return writer.close();
		const bytes = await through(frame);
		if (!bytes) continue;
		// Frames are the browser's objects: the same one goes on with other bytes.
		Object.assign(frame, { data: bytes.buffer });
		await writer.ready;
		writer.write(frame).catch(() => undefined);
	}
}

/** Encrypts one source's frames, in their order. What cannot be encrypted ends here. */
export const seal = (transformer: Transformer, cipher: FrameCipher, source: MediaSource): Promise<void> =>
	pump(transformer, (frame) => cipher.seal(source, new Uint8Array(frame.data)));

interface Opening {
	/** As what the frames come. */
	origin: Origin;
	now: () => number;
	/** Called when the decoder needs one. */
	askForKeyFrame: () => void;
}

/** Decrypts what comes as one peer's source, in its order. What does not prove to be that ends here. */
export function open(
	transformer: Transformer,
	cipher: FrameCipher,
	{ origin, now, askForKeyFrame }: Opening,
): Promise<void> {
	const need = kindOf(origin.source) === 'video' ? new KeyFrameNeed() : null;
	return pump(transformer, async (frame) => {
		const opened = await cipher.open(origin, new Uint8Array(frame.data));
		if (need?.after(opened, frame.type === 'key' ? 'key' : 'delta', now())) askForKeyFrame();
		return 'dropped' in opened ? null : opened.frame;
	});
}
