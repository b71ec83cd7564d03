/**
 * The worker's half of `RTCRtpScriptTransform`, which TypeScript describes for workers only.
 * @see https://www.w3.org/TR/webrtc-encoded-transform/
 */
export interface Transformer {
	readonly readable: ReadableStream<EncodedFrame>;
	readonly writable: WritableStream<EncodedFrame>;
	readonly options: unknown;
	/** Receiving pictures; where it is missing the page has to ask. */
	sendKeyFrameRequest?(): Promise<void>;
}

export interface EncodedFrame {
	data: ArrayBuffer;
	/** Pictures only. */
	readonly type?: 'key' | 'delta' | 'empty';
}

export interface TransformEvent extends Event {
	readonly transformer: Transformer;
}
