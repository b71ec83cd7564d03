import type { Device, types } from 'mediasoup-client';
import type { MediaSource, ProducerInfo } from '../../../../shared/contract/signalling/peer.ts';
import type { CallRequestInput } from '../../../../shared/contract/signalling/requests.ts';
import { layersFor } from './layers.ts';
import { kindOf, type MediaPathEvents, type Reception } from './MediaPath.ts';
import type { SignallingClient } from './SignallingClient.ts';

interface Reading {
	producer: ProducerInfo;
	/** Absent while the server is being asked. */
	consumer?: types.Consumer;
}

const keyOf = (peerId: string, source: MediaSource) => `${peerId}/${source}`;

/** The receiving half of the SFU path: one consumer for each source of each other peer. */
export class SfuReceiver {
	readonly #request: SignallingClient['request'];
	readonly #onTrack: MediaPathEvents['remoteTrack'];
	/** By producer id. */
	readonly #readings = new Map<string, Reading>();
	/** Heights in physical pixels at which pictures are shown. */
	readonly #shownAt = new Map<string, number>();
	#device: Device | undefined;
	#transport: types.Transport | undefined;

	constructor(request: SignallingClient['request'], onTrack: MediaPathEvents['remoteTrack']) {
		this.#request = request;
		this.#onTrack = onTrack;
	}

	/** Consumes what is already there; producers that were announced meanwhile are not consumed twice. */
	start(device: Device, transport: types.Transport, producers: readonly ProducerInfo[]): void {
		this.#device = device;
		this.#transport = transport;
		const early = [...this.#readings.values()].map(({ producer }) => producer);
		this.#readings.clear();
		for (const producer of [...producers, ...early]) this.add(producer);
	}

	add(producer: ProducerInfo): void {
		if (this.#readings.has(producer.producerId)) return;
		const reading: Reading = { producer };
		this.#readings.set(producer.producerId, reading);
		if (this.#device && this.#transport) void this.#consume(reading, this.#device, this.#transport);
	}

	remove(producerId: string): void {
		const reading = this.#readings.get(producerId);
		if (!reading) return;
		this.#readings.delete(producerId);
		reading.consumer?.close();
		this.#onTrack(reading.producer.peerId, reading.producer.source, null);
	}

	showAt(peerId: string, source: MediaSource, pixels: number): void {
		const key = keyOf(peerId, source);
		const before = this.#shownAt.get(key);
		this.#shownAt.set(key, pixels);
		for (const { producer, consumer } of this.#readings.values()) {
			if (!consumer || keyOf(producer.peerId, producer.source) !== key) continue;
			this.#chooseLayers(consumer, pixels, before);
		}
	}

	receptions(): Reception[] {
		return [...this.#readings.values()].flatMap(({ producer: { peerId, source }, consumer }) =>
			consumer ? [{ peerId, source, getStats: () => consumer.getStats() }] : [],
		);
	}

	async #consume(reading: Reading, device: Device, transport: types.Transport): Promise<void> {
		const { producerId, peerId, source } = reading.producer;
		try {
			const { consumerId, kind, rtpParameters } = await this.#request('consume', {
				producerId,
				rtpCapabilities: { ...device.recvRtpCapabilities },
			});
			const consumer = await transport.consume({
				id: consumerId,
				producerId,
				kind,
				// mediasoup-client checks them (ortc.validateRtpParameters).
				rtpParameters: rtpParameters as types.RtpParameters,
				// Voice and lips of one person in step: browsers synchronise what is of one stream.
				streamId: `${peerId}-${source.startsWith('screen') ? 'screen' : 'person'}`,
			});
			if (!this.#readings.has(producerId)) return consumer.close();
			reading.consumer = consumer;
			this.#onTrack(peerId, source, consumer.track);
			this.#begin(consumer, reading.producer);
		} catch {
			// The producer went away meanwhile; its closing is or was announced.
			this.#readings.delete(producerId);
		}
	}

	/** The consumer is ready to receive: now the server may send, in the layer that the tile needs. */
	#begin(consumer: types.Consumer, { peerId, source }: ProducerInfo): void {
		const pixels = this.#shownAt.get(keyOf(peerId, source));
		if (pixels === 0) return;
		if (pixels !== undefined && kindOf(source) === 'video') this.#chooseLayers(consumer, pixels, undefined);
		this.#ask('pauseConsumer', { consumerId: consumer.id, paused: false });
	}

	#chooseLayers(consumer: types.Consumer, pixels: number, before: number | undefined): void {
		const layers = layersFor(pixels);
		const layersBefore = before === undefined ? undefined : layersFor(before);
		const consumerId = consumer.id;
		if (!layers) return this.#ask('pauseConsumer', { consumerId, paused: true });
		if (layersBefore === null) this.#ask('pauseConsumer', { consumerId, paused: false });
		if (layersBefore?.spatialLayer !== layers.spatialLayer) this.#ask('setPreferredLayers', { consumerId, ...layers });
	}

	/** Wishes about a consumer: one that is refused changes nothing that a person must know. */
	#ask<N extends 'pauseConsumer' | 'setPreferredLayers'>(name: N, data: CallRequestInput<N>): void {
		void this.#request(name, data).catch(() => undefined);
	}
}
