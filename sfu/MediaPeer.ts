import type { types } from 'mediasoup';
import { SamtalError } from '../shared/contract/errors.ts';
import type { MediaSource, ProducerInfo } from '../shared/contract/signalling/peer.ts';
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

interface SourceProducer {
	producer: types.Producer;
	source: MediaSource;
}

/** One peer's media: a transport to send, one to receive, its producers and its consumers. */
export class MediaPeer {
	readonly peerId: string;
	readonly send: types.WebRtcTransport;
	readonly receive: types.WebRtcTransport;
	readonly #packets: PacketCount;
	readonly #producers = new Map<string, SourceProducer>();
	readonly #consumers = new Map<string, types.Consumer>();
	/** Sources that produce or are about to, so that two requests at once cannot both pass. */
	readonly #taken = new Set<MediaSource>();

	static async create(
		peerId: string,
		router: types.Router,
		webRtcServer: types.WebRtcServer,
		packets: PacketCount,
	): Promise<MediaPeer> {
		const open = () => router.createWebRtcTransport({ webRtcServer, preferUdp: true, initialAvailableOutgoingBitrate });
		const [send, receive] = await Promise.all([open(), open()]);
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

	get producers(): types.Producer[] {
		return [...this.#producers.values()].map(({ producer }) => producer);
	}

	/** What this peer receives of a producer: one consumer, if any. */
	consumersOf(producerId: string): types.Consumer[] {
		return [...this.#consumers.values()].filter((consumer) => consumer.producerId === producerId);
	}

	/** What this peer receives, of whomever. */
	get consumedIds(): string[] {
		return [...this.#consumers.values()].map(({ producerId }) => producerId);
	}

	producerInfos(): ProducerInfo[] {
		return [...this.#producers.values()].map((entry) => this.#info(entry));
	}

	/** @throws SamtalError `NOT_FOUND` when it is not one of this peer's two. */
	transport(transportId: string): types.WebRtcTransport {
		const transport = [this.send, this.receive].find(({ id }) => id === transportId);
		if (transport === undefined) throw new SamtalError('NOT_FOUND');
		return transport;
	}

	/** @throws SamtalError `NOT_FOUND` when it is not this peer's. */
	consumer(consumerId: string): types.Consumer {
		const consumer = this.#consumers.get(consumerId);
		if (consumer === undefined) throw new SamtalError('NOT_FOUND');
		return consumer;
	}

	/** @throws SamtalError `WRONG_STATE` when the source produces already or the transport is the receiving one. */
	async produce(options: {
		transportId: string;
		source: MediaSource;
		kind: types.MediaKind;
		rtpParameters: types.RtpParameters;
	}): Promise<ProducerInfo & { producer: types.Producer }> {
		const { source, kind, rtpParameters } = options;
		if (kind !== kindOf[source]) throw invalid('kind', `The ${source} gives ${kindOf[source]}.`);
		if (this.transport(options.transportId) !== this.send || this.#taken.has(source))
			throw new SamtalError('WRONG_STATE');

		this.#taken.add(source);
		try {
			const producer = await this.send.produce({ kind, rtpParameters, keyFrameRequestDelay });
			const entry = { producer, source };
			this.#producers.set(producer.id, entry);
			return { ...this.#info(entry), producer };
		} catch (error) {
			this.#taken.delete(source);
			throw error;
		}
	}

	async pauseProducer(producerId: string, paused: boolean): Promise<ProducerInfo> {
		const entry = this.#producerEntry(producerId);
		await (paused ? entry.producer.pause() : entry.producer.resume());
		return this.#info(entry);
	}

	closeProducer(producerId: string): ProducerInfo {
		const entry = this.#producerEntry(producerId);
		this.#packets.keep(entry.producer);
		entry.producer.close();
		this.#producers.delete(producerId);
		this.#taken.delete(entry.source);
		return this.#info(entry);
	}

	/** A new consumer, paused. One that this peer already had of the same producer is closed. */
	async consume(producerId: string, rtpCapabilities: types.RtpCapabilities): Promise<types.Consumer> {
		const consumer = await this.receive.consume({ producerId, rtpCapabilities, paused: true });
		for (const earlier of this.consumersOf(producerId)) earlier.close();
		this.#consumers.set(consumer.id, consumer);
		consumer.observer.once('close', () => this.#consumers.delete(consumer.id));
		return consumer;
	}

	/** Closes both transports and all that runs over them; answers with the producers that ended by it. */
	close(): ProducerInfo[] {
		const closed = [...this.#producers.keys()].map((producerId) => this.closeProducer(producerId));
		this.send.close();
		this.receive.close();
		return closed;
	}

	#producerEntry(producerId: string): SourceProducer {
		const entry = this.#producers.get(producerId);
		if (entry === undefined) throw new SamtalError('NOT_FOUND');
		return entry;
	}

	#info({ producer, source }: SourceProducer): ProducerInfo {
		return { producerId: producer.id, peerId: this.peerId, source, paused: producer.paused };
	}
}
