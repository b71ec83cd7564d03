import type { types } from 'mediasoup';
import { SamtalError } from '../shared/contract/errors.ts';
import { firstSpatialLayer } from '../shared/contract/signalling/notifications.ts';
import type { ConsumerInfo, MediaSource } from '../shared/contract/signalling/peer.ts';
import { keepEstimate } from './keepEstimate.ts';
import { invalid } from './mediaErrors.ts';
import type { PacketCount } from './PacketCount.ts';

/** What the receiving transport may send at first, before the estimate of the bandwidth is there; bits per second. */
const initialAvailableOutgoingBitrate = 1_000_000;
/** At most one key-frame request per producer in this time, however many join at once; milliseconds. */
const keyFrameRequestDelay = 300;

const kindOf = { mic: 'audio', screenAudio: 'audio', camera: 'video', screen: 'video' } as const satisfies Record<
	MediaSource,
	types.MediaKind
>;

/** What a tile is likely to need, until the browser says how large it is. */
const preferredLayers = { spatialLayer: firstSpatialLayer, temporalLayer: 2 };

export interface SourceProducer {
	producer: types.Producer;
	source: MediaSource;
}

interface SourceConsumer {
	consumer: types.Consumer;
	info: ConsumerInfo;
}

/** One peer's media: a transport to send, one to receive, its producers and its consumers. */
export class MediaPeer {
	readonly peerId: string;
	readonly send: types.WebRtcTransport;
	readonly receive: types.WebRtcTransport;
	readonly #packets: PacketCount;
	readonly #producers = new Map<string, SourceProducer>();
	readonly #consumers = new Map<string, SourceConsumer>();
	/** By producer: what is consumed, or is about to be (`null`), so that none is consumed twice. */
	readonly #consumed = new Map<string, SourceConsumer | null>();
	/** Whether the peer takes part, or still waits at the door. */
	present = false;
	/** What the browser can receive, once it has said it. */
	rtpCapabilities: types.RtpCapabilities | undefined;
	/** Sources that produce or are about to, so that two requests at once cannot both pass. */
	readonly #taken = new Set<MediaSource>();

	static async create(
		peerId: string,
		router: types.Router,
		webRtcServer: types.WebRtcServer,
		packets: PacketCount,
	): Promise<MediaPeer> {
		const open = (enableSctp: boolean) =>
			router.createWebRtcTransport({ webRtcServer, preferUdp: true, initialAvailableOutgoingBitrate, enableSctp });
		// A browser connects only for a medium: to receive, it does so before there is any, with an empty data channel.
		const [send, receive] = await Promise.all([open(false), open(true)]);
		keepEstimate(receive);
		return new MediaPeer(peerId, send, receive, packets);
	}

	private constructor(
		peerId: string,
		send: types.WebRtcTransport,
		receive: types.WebRtcTransport,
		packets: PacketCount,
	) {
		this.peerId = peerId;
		this.send = send;
		this.receive = receive;
		this.#packets = packets;
	}

	get producers(): SourceProducer[] {
		return [...this.#producers.values()];
	}

	get consumers(): SourceConsumer[] {
		return [...this.#consumers.values()];
	}

	/** Undefined when it is not this peer's. */
	producer(producerId: string): types.Producer | undefined {
		return this.#producers.get(producerId)?.producer;
	}

	/** What this peer receives of a producer. */
	consumerOf(producerId: string): types.Consumer | undefined {
		return this.#consumed.get(producerId)?.consumer;
	}

	/** @throws SamtalError `NOT_FOUND` when it is not one of this peer's two. */
	transport(transportId: string): types.WebRtcTransport {
		const transport = [this.send, this.receive].find(({ id }) => id === transportId);
		if (transport === undefined) throw new SamtalError('NOT_FOUND');
		return transport;
	}

	/** @throws SamtalError `NOT_FOUND` when it is not this peer's. */
	consumer(consumerId: string): types.Consumer {
		const entry = this.#consumers.get(consumerId);
		if (entry === undefined) throw new SamtalError('NOT_FOUND');
		return entry.consumer;
	}

	/** @throws SamtalError `WRONG_STATE` when the source produces already or the transport is the receiving one. */
	async produce(options: {
		transportId: string;
		source: MediaSource;
		kind: types.MediaKind;
		rtpParameters: types.RtpParameters;
	}): Promise<SourceProducer> {
		const { source, kind, rtpParameters } = options;
		if (kind !== kindOf[source]) throw invalid('kind', `The ${source} gives ${kindOf[source]}.`);
		if (this.transport(options.transportId) !== this.send || this.#taken.has(source))
			throw new SamtalError('WRONG_STATE');

		this.#taken.add(source);
		try {
			const producer = await this.send.produce({ kind, rtpParameters, keyFrameRequestDelay });
			const entry = { producer, source };
			this.#producers.set(producer.id, entry);
			return entry;
		} catch (error) {
			this.#taken.delete(source);
			throw error;
		}
	}

	async pauseProducer(producerId: string, paused: boolean): Promise<void> {
		const { producer } = this.#producerEntry(producerId);
		await (paused ? producer.pause() : producer.resume());
	}

	closeProducer(producerId: string): void {
		const { producer, source } = this.#producerEntry(producerId);
		this.#packets.keep(producer);
		producer.close();
		this.#producers.delete(producerId);
		this.#taken.delete(source);
	}

	/**
	 * A new consumer; nothing when there is one already, or while this peer cannot receive it. It begins paused, as
	 * what comes before the browser knows of it is lost. Before the transport connects nothing can come.
	 */
	async consume(peerId: string, { producer, source }: SourceProducer): Promise<ConsumerInfo | undefined> {
		const { rtpCapabilities } = this;
		const producerId = producer.id;
		if (!this.present || rtpCapabilities === undefined || this.#consumed.has(producerId)) return undefined;
		this.#consumed.set(producerId, null);
		producer.observer.once('close', () => this.#forget(producerId));
		const paused = this.receive.dtlsState !== 'new';
		const consumer = await this.receive.consume({ producerId, rtpCapabilities, paused, preferredLayers });
		if (producer.closed) return undefined;
		const { id: consumerId, kind, rtpParameters } = consumer;
		const info = { consumerId, producerId, peerId, source, kind, rtpParameters: { ...rtpParameters } };
		const entry = { consumer, info };
		this.#consumers.set(consumerId, entry);
		this.#consumed.set(producerId, entry);
		return info;
	}

	/** Closes both transports and all that runs over them; answers with the ids of the producers that ended by it. */
	close(): string[] {
		const closed = [...this.#producers.keys()];
		for (const producerId of closed) this.closeProducer(producerId);
		this.send.close();
		this.receive.close();
		return closed;
	}

	/** The producer is closed, and by it the consumer, of which the worker tells only later. */
	#forget(producerId: string): void {
		const entry = this.#consumed.get(producerId);
		this.#consumed.delete(producerId);
		if (entry) this.#consumers.delete(entry.info.consumerId);
	}

	#producerEntry(producerId: string): SourceProducer {
		const entry = this.#producers.get(producerId);
		if (entry === undefined) throw new SamtalError('NOT_FOUND');
		return entry;
	}
}
