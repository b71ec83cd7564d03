import type { MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import type { FrameCounters, Origin } from './frames/FrameCipher.ts';
import type { EpochKeys } from './frames/KeyRing.ts';
import type { ToWorker, TransformOptions } from './messages.ts';
import { toPage } from './toPage.ts';

interface FrameCryptoOptions {
	/** A receiver needs a key frame, and this browser can ask for one only by signalling. */
	keyFrameNeeded(origin: Origin): void;
	/** The worker could not be loaded or gave up: no frame passes any more, in either direction. */
	failed(): void;
}

/** What a media path needs of it. */
export type FrameProtection = Pick<FrameCrypto, 'protectSender' | 'protectReceiver'>;

export interface CallFrames extends Pick<FrameCrypto, Exclude<keyof FrameCrypto, 'counters'>> {
	/** Null where nothing is counted. */
	counters(): Promise<FrameCounters | null>;
}

/** What a browser has in its place that lets no frames be encrypted. With it nothing may be sent until `lower`. */
export const noFrameCrypto: CallFrames = {
	protectSender: () => undefined,
	protectReceiver: () => undefined,
	addEpoch: () => undefined,
	sendUnder: () => undefined,
	forget: () => undefined,
	lower: () => undefined,
	counters: async () => null,
	close: () => undefined,
};

/**
 * The page's side of frame encryption: one worker for all media of one call, on both paths. From the moment a
 * sender or receiver is protected, nothing passes it but what was encrypted or decrypted with the keys given here.
 */
export class FrameCrypto {
	readonly #worker: Worker;
	readonly #questions = new Map<number, (counters: FrameCounters) => void>();
	#asked = 0;

	constructor({ keyFrameNeeded, failed }: FrameCryptoOptions) {
		this.#worker = new Worker(new URL('./frames.worker.ts', import.meta.url), { type: 'module' });
		this.#worker.addEventListener('error', failed);
		this.#worker.addEventListener('message', ({ data }) => {
			const message = toPage.parse(data);
			if (message.type === 'keyFrameNeeded') return keyFrameNeeded(message);
			this.#questions.get(message.question)?.(message.counters);
			this.#questions.delete(message.question);
		});
	}

	/**
	 * Encrypts all that this sender of an `encryptedConnection` sends. To be called before the connection stands:
	 * earlier frames leave some browsers as they are.
	 */
	protectSender(sender: RTCRtpSender, source: MediaSource): void {
		sender.transform = this.#transform({ side: 'send', source });
	}

	/** Lets pass only what this peer encrypted as this source. To be called as soon as the receiver is there. */
	protectReceiver(receiver: RTCRtpReceiver, { peerId, source }: Origin): void {
		receiver.transform = this.#transform({ side: 'receive', peerId, source });
	}

	/** Goes on with the keys of the group's new epoch. */
	addEpoch(keys: EpochKeys): void {
		this.#tell({ type: 'addEpoch', keys: { ...keys, members: new Map(keys.members) } });
	}

	/** Everybody reads this epoch: what is sent under the one before is so no longer. */
	sendUnder(group: string, epoch: bigint): void {
		this.#tell({ type: 'sendUnder', group, epoch });
	}

	/** Forgets every key, as after a removal: nothing is sent or shown until the next epoch. */
	forget(): void {
		this.#tell({ type: 'forget' });
	}

	/** From now on nothing is encrypted any more, and what comes unencrypted is let in. There is no way back. */
	lower(): void {
		this.#tell({ type: 'lower' });
	}

	counters(): Promise<FrameCounters> {
		this.#asked += 1;
		const question = this.#asked;
		return new Promise((resolve) => {
			this.#questions.set(question, resolve);
			this.#tell({ type: 'count', question });
		});
	}

	/** Ends the worker and its keys; whatever is still protected is silent from now on. */
	close(): void {
		this.#worker.terminate();
	}

	#transform(options: TransformOptions): RTCRtpScriptTransform {
		return new RTCRtpScriptTransform(this.#worker, options);
	}

	#tell(message: ToWorker): void {
		// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
		this.#worker.postMessage(message);
	}
}
