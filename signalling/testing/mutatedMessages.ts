import fc from 'fast-check';
import type { CallRequestName, CallResponse } from '../../shared/contract/signalling/requests.ts';
import { mutate } from '../../sfu/testing/mutate.ts';
import { dtlsParameters, opusParameters, simulcastParameters } from '../../sfu/testing/rtp.ts';

/** What a peer's good messages speak of. */
export interface Known {
	peerId: string;
	epoch: number;
	media: CallResponse<'openMedia'>;
	producerId: string;
	consumerId: string;
}

const microphone = { source: 'mic', kind: 'audio' };
const camera = { source: 'camera', kind: 'video' };

/** A good message of each kind; of `produce` two. */
const good = {
	join: () => ({ media: { mic: true, camera: true, screen: true } }),
	leave: () => ({}),
	admit: ({ peerId }) => ({ peerId }),
	messageWaiting: ({ peerId }) => ({ peerId, text: 'hello' }),
	removePeer: ({ peerId }) => ({ peerId }),
	endForAll: () => ({}),
	reportEncryption: () => ({ state: 'lowered' }),
	setMediaState: () => ({ mic: true, camera: true, screen: true }),
	raiseHand: () => ({ raised: true }),
	sendSealed: () => ({ sealed: new Uint8Array(99) }),
	reportQuality: () => ({
		...{ goodSeconds: 30, fairSeconds: 2, poorSeconds: 1, causes: { network: 3, device: 0, sender: 0 } },
		...{ roundTripMs: 20, lostPerMille: 1, connection: 'direct' },
	}),
	signalDirect: ({ epoch }) => ({ epoch, description: { type: 'offer', sdp: 'v=0' }, candidate: { candidate: '' } }),
	offerKeys: () => ({ keyPackage: new Uint8Array(99) }),
	foundKeys: () => ({ group: 'aa' }),
	commitKeys: ({ peerId }) => ({
		...{ group: 'aa', epoch: 0, commit: [new Uint8Array(9)], welcome: [] },
		...{ added: [peerId], refused: [], removed: [] },
	}),
	reachedKeys: () => ({ group: 'aa', epoch: 0 }),
	openMedia: ({ epoch }) => ({ epoch }),
	connectTransport: ({ media }) => ({ transportId: media.send.id, dtlsParameters: dtlsParameters() }),
	canReceive: ({ media }) => ({ rtpCapabilities: media.rtpCapabilities }),
	restartIce: ({ media }) => ({ transportId: media.receive.id }),
	produce: ({ media }) => ({ transportId: media.send.id, ...microphone, rtpParameters: opusParameters() }),
	produceCamera: ({ media }) => ({ transportId: media.send.id, ...camera, rtpParameters: simulcastParameters() }),
	pauseProducer: ({ producerId }) => ({ producerId, paused: true }),
	closeProducer: ({ producerId }) => ({ producerId }),
	pauseConsumers: ({ consumerId }) => ({ consumerIds: [consumerId], paused: true }),
	setPreferredLayers: ({ consumerId }) => ({ consumerId, spatialLayer: 1, temporalLayer: 1 }),
} satisfies Record<CallRequestName | 'produceCamera', (known: Known) => unknown>;

type Kind = keyof typeof good;

/** Stands in texts, so that a log can be searched for what was sent. */
export const secret = 'said in confidence';

/** Values that programs stumble over. */
const hostile = fc.oneof(
	fc.constantFrom(null, undefined, -1, 1.5, 2 ** 53, Number.NaN, '', [], {}, secret),
	fc.constantFrom('constructor', '__proto__', `${secret}\0\u{202e}`),
	fc.string({ maxLength: 300 }),
	fc.uuid(),
	fc.jsonValue(),
	fc.uint8Array({ maxLength: 8 }),
);

/** Values of the type that stands there, which get further: into the media worker. */
const plausible = fc.record({
	number: fc.oneof(fc.nat(2), fc.nat(127), fc.nat(2 ** 32 - 1)),
	string: fc.constantFrom('video/rtx', 'video/VP9', 'audio/opus', 'audio/red', 'r0', 'L3T3', 'S3T3_KEY', 'pli', secret),
	boolean: fc.boolean(),
});

/** How one value changes. */
const change = fc.oneof(
	hostile.map((value) => () => value),
	plausible.map((values) => (old: unknown) => {
		const type = typeof old;
		return type === 'number' || type === 'string' || type === 'boolean' ? values[type] : old;
	}),
);

/** How often each kind comes, in about the measure in which one person may send it (requestLimits.ts). */
const weights: Partial<Record<Kind, number>> = {
	...{ join: 5, openMedia: 4, canReceive: 4, admit: 7, messageWaiting: 7, removePeer: 7, setMediaState: 7 },
	...{
		raiseHand: 7,
		sendSealed: 7,
		reportQuality: 2,
		reportEncryption: 2,
		signalDirect: 120,
		offerKeys: 6,
		foundKeys: 15,
		commitKeys: 15,
		reachedKeys: 15,
	},
	...{ connectTransport: 40, restartIce: 30, produce: 40, produceCamera: 50, pauseProducer: 30 },
	...{ closeProducer: 30, pauseConsumers: 30, setPreferredLayers: 30 },
};

/** One message: which, and what is changed in it. */
export interface Mutated {
	event: CallRequestName;
	/** The good message for what is known by then, changed. */
	data(known: Known): unknown;
}

const changes = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 3 });

const kinds = Object.keys(weights).filter((name): name is Kind => Object.hasOwn(good, name));

const message = (kind: fc.Arbitrary<Kind>): fc.Arbitrary<Mutated> =>
	fc.record({ kind, changes }).map((made) => ({
		event: made.kind === 'produceCamera' ? 'produce' : made.kind,
		data: (known) =>
			made.changes.reduce<unknown>((data, [place, changed]) => mutate(data, place, changed), good[made.kind](known)),
	}));

/** Any message but a farewell. */
export const mutatedMessage = message(
	fc.oneof(...kinds.map((kind) => ({ weight: weights[kind] ?? 0, arbitrary: fc.constant(kind) }))),
);

/** Messages that end the call, for their sender or for all, as far as they are understood. */
export const mutatedFarewell = message(fc.constantFrom('leave', 'endForAll'));
