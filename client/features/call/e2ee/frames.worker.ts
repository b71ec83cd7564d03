// The worker through which every frame goes that is sent or received. Keys come from the page and stay here.
import type { MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import { FrameCipher } from './frames/FrameCipher.ts';
import { keptMs, KeyRing } from './frames/KeyRing.ts';
import { open, seal } from './frames/pipes.ts';
import type { TransformEvent, Transformer } from './frames/transformer.ts';
import { toWorker, transformOptions } from './messages.ts';
import { deriveKey } from './sframe/keys.ts';
import type { ToPage } from './toPage.ts';

const now = () => performance.now();
const ring = new KeyRing((baseKey, kid) => deriveKey('AES_256_GCM_SHA512_128', baseKey, kid));
const cipher = new FrameCipher(ring, now);

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's page is no window
const tell = (message: ToPage): void => self.postMessage(message);

/** @throws ZodError for options that are not ours; the browser then lets no frame through */
function attach(transformer: Transformer): void {
	const options = transformOptions.parse(transformer.options);
	const passing =
		options.side === 'send'
			? seal(transformer, cipher, options.source)
			: open(transformer, cipher, {
					...{ origin: options, now },
					askForKeyFrame: () => askForKeyFrame(transformer, options.peerId, options.source),
				});
	// It ends with the connection, as an error in some browsers.
	passing.catch(ignore);
}

function askForKeyFrame(transformer: Transformer, peerId: string, source: MediaSource) {
	if (transformer.sendKeyFrameRequest) transformer.sendKeyFrameRequest().catch(ignore);
	else tell({ type: 'keyFrameNeeded', peerId, source });
}

function ignore(): void {}

self.addEventListener('rtctransform', (event) => attach((event as TransformEvent).transformer));

self.addEventListener('message', ({ data }) => {
	const message = toWorker.parse(data);
	if (message.type === 'count') {
		tell({ type: 'counted', question: message.question, counters: cipher.counters });
	} else if (message.type === 'sendUnder') {
		ring.sendUnder(message.group, message.epoch, now());
	} else if (message.type === 'forget') {
		ring.forget();
	} else if (message.type === 'lower') {
		cipher.lower();
	} else {
		ring.add(message.keys, now());
		// Dead keys also go when no frame comes any more.
		setTimeout(() => ring.prune(now()), keptMs);
	}
});
