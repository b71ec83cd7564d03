import type { types } from 'mediasoup-client';
import type { ConsumerInfo, MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import type { CallRequestInput } from '../../../../shared/contract/signalling/requests.ts';
import type { FrameProtection } from '../e2ee/FrameCrypto.ts';
import { layersFor } from './layers.ts';
import type { MediaPathEvents, Reception } from './MediaPath.ts';
import type { SignallingClient } from './SignallingClient.ts';

interface Reading {
	info: ConsumerInfo;
	/** Absent while the transport is being negotiated. */
	consumer?: types.Consumer;
}

const keyOf = (peerId: string, source: MediaSource) => `${peerId}/${source}`;

/** The receiving half of the SFU path: one consumer for each source of each other peer. */
export class SfuReceiver {
	readonly #request: SignallingClient['request'];
	readonly #frames: FrameProtection;
	readonly #onTrack: MediaPathEvents['remoteTrack'];
	/** By producer id. */
	readonly #readings = new Map<string, Reading>();
	/** Heights in physical pixels at which pictures are shown. */
	readonly #shownAt = new Map<string, number>();

	constructor(request: SignallingClient['request'], frames: FrameProtection, onTrack: MediaPathEvents['remoteTrack']) {
		this.#request = request;
		this.#frames = frames;
		this.#onTrack = onTrack;
	}

	/** Receives these; what is known already is begun again, as the wish for it may have been lost with a socket. */
	async add(transport: types.Transport, consumers: readonly ConsumerInfo[]): Promise<void> {
		// Started together they are negotiated together.
		const ready = await Promise.all(consumers.map((info) => this.#receive(transport, info)));
		this.#begin(ready.filter((consumer) => consumer !== undefined));
	}

	remove(producerId: string): void {
		const reading = this.#readings.get(producerId);
		if (!reading) return;
		this.#readings.delete(producerId);
		reading.consumer?.close();
		this.#onTrack(reading.info.peerId, reading.info.source, null);
	}

	showAt(peerId: string, source: MediaSource, pixels: number): void {
		const key = keyOf(peerId, source);
		const before = this.#shownAt.get(key);
		this.#shownAt.set(key, pixels);
		for (const { info, consumer } of this.#readings.values()) {
			if (consumer && keyOf(info.peerId, info.source) === key) this.#chooseLayers(consumer, pixels, before);
		}
	}

	receptions(): Reception[] {
		return [...this.#readings.values()].flatMap(({ info: { peerId, source }, consumer }) =>
			consumer ? [{ peerId, source, getStats: () => consumer.getStats() }] : [],
		);
	}

	async #receive(transport: types.Transport, info: ConsumerInfo): Promise<types.Consumer | undefined> {
		const { consumerId, producerId, peerId, source, kind } = info;
		const known = this.#readings.get(producerId);
		if (known) return known.consumer;
		const reading: Reading = { info };
		this.#readings.set(producerId, reading);
		try {
			const consumer = await transport.consume({
				...{ id: consumerId, producerId, kind },
				// mediasoup-client checks them (ortc.validateRtpParameters).
				rtpParameters: info.rtpParameters as unknown as types.RtpParameters,
				// Voice and lips of one person in step: browsers synchronise what is of one stream.
				onRtpReceiver: (receiver) => this.#frames.protectReceiver(receiver, { peerId, source }),
				streamId: `${peerId}-${source.startsWith('screen') ? 'screen' : 'person'}`,
			});
			if (this.#readings.get(producerId) === reading) reading.consumer = consumer;
			else consumer.close();
			if (reading.consumer) this.#onTrack(peerId, source, consumer.track);
			return reading.consumer;
		} catch {
			// The path is closing, or the browser cannot take it: in either case there is nothing to show.
			this.#readings.delete(producerId);
			return undefined;
		}
	}

	/** They can be received from now on: the server may send, in the layers that the tiles need. */
	#begin(consumers: readonly types.Consumer[]): void {
		const seen = consumers.filter((consumer) => this.#pixelsOf(consumer) !== 0);
		for (const consumer of seen) {
			const layers = layersFor(this.#pixelsOf(consumer) ?? 0);
			if (consumer.kind === 'video' && layers) this.#ask('setPreferredLayers', { consumerId: consumer.id, ...layers });
		}
		this.#pause(seen, false);
	}

	#pixelsOf({ producerId }: types.Consumer): number | undefined {
		const info = this.#readings.get(producerId)?.info;
		return info && this.#shownAt.get(keyOf(info.peerId, info.source));
	}

	#chooseLayers(consumer: types.Consumer, pixels: number, before: number | undefined): void {
		const layers = layersFor(pixels);
		const layersBefore = before === undefined ? undefined : layersFor(before);
		if (!layers) return this.#pause([consumer], true);
		if (layersBefore === null) this.#pause([consumer], false);
		if (layersBefore?.spatialLayer === layers.spatialLayer) return;
		this.#ask('setPreferredLayers', { consumerId: consumer.id, ...layers });
	}

	#pause(consumers: readonly types.Consumer[], paused: boolean): void {
		const consumerIds = consumers.map(({ id }) => id);
		if (consumerIds.length > 0) this.#ask('pauseConsumers', { consumerIds, paused });
	}

	/** Wishes about a consumer: one that is refused changes nothing that a person must know. */
	#ask<N extends 'pauseConsumers' | 'setPreferredLayers'>(name: N, data: CallRequestInput<N>): void {
		void this.#request(name, data).catch(() => undefined);
	}
}
