import { Emitter } from './Emitter.ts';
import type { types } from 'mediasoup';
import { SamtalError } from '../shared/contract/errors.ts';
import { parse } from '../shared/contract/result.ts';
import type { ConsumerInfo } from '../shared/contract/signalling/peer.ts';
import type { CallRequestData, CallResponse } from '../shared/contract/signalling/requests.ts';
import type { LayersWanted, MediaRoom as MediaRoomPort, MediaRoomEvents } from '../signalling/ports.ts';
import { LayerDemand } from './LayerDemand.ts';
import { mediaStep } from './mediaErrors.ts';
import { consumeWhatSuits, type Offered } from './consumeWhatSuits.ts';
import { MediaPeer } from './MediaPeer.ts';
import type { PacketCount } from './PacketCount.ts';
import { dtlsParameters, rtpCapabilities, rtpParameters } from './parameters.ts';
import { watchSpeakers } from './speakers.ts';
import type { MediaWorker } from './worker/MediaWorker.ts';

/** One call on one worker: a mediasoup router and the peers on it. */
export class MediaRoom extends Emitter<MediaRoomEvents & { closed: [] }> implements MediaRoomPort {
	readonly #router: types.Router;
	readonly #webRtcServer: types.WebRtcServer;
	readonly #speakers: types.AudioLevelObserver;
	readonly #packets: PacketCount;
	readonly #peers = new Map<string, MediaPeer>();
	/** Peers whose transports are being created: only the newest attempt of a peer counts. */
	readonly #opening = new Map<string, symbol>();
	readonly #demand = new LayerDemand((producerId, spatialLayer) => this.#tellDemand(producerId, spatialLayer));
	#closed = false;

	static async create(
		worker: Pick<MediaWorker, 'alive' | 'webRtcServer' | 'createRouter'>,
		packets: PacketCount,
	): Promise<MediaRoom> {
		return mediaStep(
			'room',
			() => worker.alive,
			async () => {
				const router = await worker.createRouter();
				const speakers = await router.createAudioLevelObserver({ maxEntries: 6, threshold: -60, interval: 500 });
				return new MediaRoom(router, worker.webRtcServer, speakers, packets);
			},
		);
	}

	private constructor(
		router: types.Router,
		webRtcServer: types.WebRtcServer,
		speakers: types.AudioLevelObserver,
		packets: PacketCount,
	) {
		super();
		this.#router = router;
		this.#webRtcServer = webRtcServer;
		this.#speakers = speakers;
		this.#packets = packets;
		watchSpeakers(
			speakers,
			(producerId) => this.#ownerOf(producerId)?.peerId,
			(peerIds) => {
				this.emit('activeSpeakers', peerIds);
			},
		);
	}

	get peerCount(): number {
		return this.#peers.size;
	}

	get producers(): types.Producer[] {
		return [...this.#peers.values()].flatMap((peer) => peer.producers.map(({ producer }) => producer));
	}

	/** Opening again closes what the peer had before and starts anew. */
	async openPeer(peerId: string): ReturnType<MediaRoomPort['openPeer']> {
		this.closePeer(peerId);
		const attempt = Symbol(peerId);
		this.#opening.set(peerId, attempt);
		const peer = await this.#step('peer', () =>
			MediaPeer.create(peerId, this.#router, this.#webRtcServer, this.#packets),
		);
		if (this.#closed || this.#opening.get(peerId) !== attempt) {
			peer.close();
			throw new SamtalError('WRONG_STATE');
		}
		this.#opening.delete(peerId);
		this.#peers.set(peerId, peer);
		return {
			rtpCapabilities: this.#router.rtpCapabilities,
			send: transportOptions(peer.send),
			receive: transportOptions(peer.receive),
		};
	}

	closePeer(peerId: string): void {
		this.#opening.delete(peerId);
		const peer = this.#peers.get(peerId);
		if (peer === undefined) return;
		this.#peers.delete(peerId);
		const watched = peer.consumers.map(({ info }) => info.producerId);
		for (const producerId of peer.close()) this.#forget(peerId, producerId);
		for (const producerId of watched) this.#updateDemand(producerId);
	}

	/** @throws SamtalError `VALIDATION`; of what the capabilities do not suffice for, there will be no consumer. */
	canReceive(peerId: string, data: CallRequestData<'canReceive'>): void {
		const peer = this.#peer(peerId);
		peer.rtpCapabilities = parse(rtpCapabilities, data.rtpCapabilities, 'data.rtpCapabilities');
	}

	async letIn(peerId: string): Promise<void> {
		const peer = this.#peer(peerId);
		peer.present = true;
		const others = [...this.#peers.values()].filter((other) => other !== peer);
		const consumers = await this.#consume(
			peer,
			others.flatMap(({ peerId: owner, producers }) => producers.map((entry) => ({ owner, entry }))),
		);
		this.emit('consumersAdded', { peerId, consumers });
	}

	async connectTransport(peerId: string, data: CallRequestData<'connectTransport'>): Promise<void> {
		const transport = this.#peer(peerId).transport(data.transportId);
		const parameters = parse(dtlsParameters, data.dtlsParameters, 'data.dtlsParameters');
		await this.#step('dtlsParameters', () => transport.connect({ dtlsParameters: parameters }));
	}

	async restartIce(peerId: string, data: CallRequestData<'restartIce'>): Promise<CallResponse<'restartIce'>> {
		const transport = this.#peer(peerId).transport(data.transportId);
		return { iceParameters: await this.#step('transportId', () => transport.restartIce()) };
	}

	async produce(peerId: string, data: CallRequestData<'produce'>): Promise<CallResponse<'produce'>> {
		const peer = this.#peer(peerId);
		const parameters = parse(rtpParameters, data.rtpParameters, 'data.rtpParameters');
		const entry = await this.#step('rtpParameters', () => peer.produce({ ...data, rtpParameters: parameters }));
		const { producer, source } = entry;
		if (source === 'mic') await this.#step('source', () => this.#speakers.addProducer({ producerId: producer.id }));
		if (producer.closed) throw new SamtalError('WRONG_STATE');
		for (const other of this.#peers.values()) {
			if (other !== peer) void this.#offer(other, { owner: peerId, entry });
		}
		return { producerId: producer.id };
	}

	async pauseProducer(peerId: string, { producerId, paused }: CallRequestData<'pauseProducer'>): Promise<void> {
		const peer = this.#peer(peerId);
		await this.#step('producerId', () => peer.pauseProducer(producerId, paused));
	}

	closeProducer(peerId: string, { producerId }: CallRequestData<'closeProducer'>): void {
		this.#peer(peerId).closeProducer(producerId);
		this.#forget(peerId, producerId);
	}

	async pauseConsumers(peerId: string, { consumerIds, paused }: CallRequestData<'pauseConsumers'>): Promise<void> {
		const peer = this.#peer(peerId);
		const consumers = consumerIds.map((consumerId) => peer.consumer(consumerId));
		await this.#step('consumerIds', () =>
			Promise.all(consumers.map((consumer) => (paused ? consumer.pause() : consumer.resume()))),
		);
		for (const { producerId } of consumers) this.#updateDemand(producerId);
	}

	async setPreferredLayers(peerId: string, data: CallRequestData<'setPreferredLayers'>): Promise<void> {
		const consumer = this.#peer(peerId).consumer(data.consumerId);
		if (consumer.type === 'simple') return;
		const { spatialLayer, temporalLayer } = data;
		await this.#step('consumerId', () => consumer.setPreferredLayers({ spatialLayer, temporalLayer }));
		this.#updateDemand(consumer.producerId);
	}

	consumersOf(peerId: string): ConsumerInfo[] {
		return (this.#peers.get(peerId)?.consumers ?? []).map(({ info }) => info);
	}

	layersWantedFrom(peerId: string): LayersWanted[] {
		const producers = (this.#peers.get(peerId)?.producers ?? []).map(({ producer }) => producer);
		const simulcast = producers.filter(({ type }) => type === 'simulcast');
		return simulcast.map(({ id: producerId }) => ({ peerId, producerId, spatialLayer: this.#demand.of(producerId) }));
	}

	/** The worker is gone, and all of this room with it. */
	workerDied(): void {
		if (this.#closed) return;
		this.#closed = true;
		this.#demand.close();
		this.emit('died');
		this.emit('closed');
	}

	close(): void {
		if (this.#closed) return;
		this.#closed = true;
		this.#demand.close();
		for (const peer of this.#peers.values()) peer.close();
		this.#router.close();
		this.emit('closed');
	}

	#step<T>(part: string, step: () => Promise<T>): Promise<T> {
		return mediaStep(part, () => !this.#closed && !this.#router.closed, step);
	}

	/** @throws SamtalError `WRONG_STATE` for a peer that has not opened its media. */
	#peer(peerId: string): MediaPeer {
		const peer = this.#peers.get(peerId);
		if (peer === undefined) throw new SamtalError(this.#closed ? 'MEDIA_FAILED' : 'WRONG_STATE');
		return peer;
	}

	async #offer(peer: MediaPeer, one: Offered): Promise<void> {
		const consumers = await this.#consume(peer, [one]);
		if (consumers.length > 0) this.emit('consumersAdded', { peerId: peer.peerId, consumers });
	}

	async #consume(peer: MediaPeer, offered: Offered[]): Promise<ConsumerInfo[]> {
		const consumers = await consumeWhatSuits(this.#router, peer, offered);
		for (const { producerId } of consumers) this.#updateDemand(producerId);
		return consumers;
	}

	#forget(peerId: string, producerId: string): void {
		this.#demand.forget(producerId);
		this.emit('producerClosed', { peerId, producerId });
	}

	/** After somebody began or ceased to watch a producer, or wants it larger or smaller. */
	#updateDemand(producerId: string): void {
		if (this.#ownerOf(producerId)?.producer(producerId)?.type !== 'simulcast') return;
		const consumers = [...this.#peers.values()].map((peer) => peer.consumerOf(producerId));
		this.#demand.update(
			producerId,
			consumers.filter((consumer) => consumer !== undefined),
		);
	}

	#tellDemand(producerId: string, spatialLayer: number): void {
		const peerId = this.#ownerOf(producerId)?.peerId;
		if (peerId !== undefined) this.emit('layersWanted', { peerId, producerId, spatialLayer });
	}

	#ownerOf(producerId: string): MediaPeer | undefined {
		return [...this.#peers.values()].find((peer) => peer.producer(producerId) !== undefined);
	}
}

const transportOptions = (transport: types.WebRtcTransport) => ({
	id: transport.id,
	iceParameters: transport.iceParameters,
	iceCandidates: transport.iceCandidates,
	dtlsParameters: transport.dtlsParameters,
	...(transport.sctpParameters && { sctpParameters: { ...transport.sctpParameters } }),
});
