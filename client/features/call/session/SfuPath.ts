import 'webrtc-adapter';
import { Device, type types } from 'mediasoup-client';
import type { IceServer, MediaSource, ProducerInfo } from '../../../../shared/contract/signalling/peer.ts';
import type { CallResponse } from '../../../../shared/contract/signalling/requests.ts';
import { cameraEncodings, screenEncodings } from './layers.ts';
import { kindOf, mediaSources, type MediaPath, type MediaPathEvents, type Reception } from './MediaPath.ts';
import { SfuReceiver } from './SfuReceiver.ts';
import type { SignallingClient } from './SignallingClient.ts';
import { startBitrateKbps } from './startBitrate.ts';
import { restartIce, toDtlsParameters, toTransportOptions } from './sfuTransport.ts';

export type Request = SignallingClient['request'];

interface SfuPathOptions {
	epoch: number;
	iceServers: IceServer[];
	outgoing(source: MediaSource): MediaStreamTrack | null;
	request: Request;
	events: MediaPathEvents;
}

/** Media through the server: what we send once, in layers; what the others send, one consumer for each source. */
export class SfuPath implements MediaPath {
	readonly mode = 'sfu';
	readonly epoch: number;
	readonly #options: SfuPathOptions;
	readonly #producers = new Map<MediaSource, types.Producer>();
	readonly #publishing = new Set<MediaSource>();
	/** By producer id; the server may say it before it answers `produce`. */
	readonly #layersWanted = new Map<string, number>();
	readonly #receiver: SfuReceiver;
	#send: types.Transport | undefined;
	#receive: types.Transport | undefined;
	#closed = false;

	constructor(options: SfuPathOptions) {
		this.#options = options;
		this.epoch = options.epoch;
		this.#receiver = new SfuReceiver(options.request, options.events.remoteTrack);
		void this.#open().catch(() => this.#fail());
	}

	setTrack(source: MediaSource): void {
		void this.#publish(source).catch(() => this.#fail());
	}

	producerAdded(producer: ProducerInfo): void {
		this.#receiver.add(producer);
	}

	producerClosed(producerId: string): void {
		this.#receiver.remove(producerId);
	}

	/** Encodes up to this simulcast layer from now on. */
	layersWanted(producerId: string, spatialLayer: number): void {
		this.#layersWanted.set(producerId, spatialLayer);
		for (const producer of this.#producers.values()) if (producer.id === producerId) this.#limit(producer);
	}

	recover(): void {
		for (const transport of [this.#send, this.#receive]) if (transport) this.#restartWhenBroken(transport);
	}

	showAt(peerId: string, source: MediaSource, pixels: number): void {
		this.#receiver.showAt(peerId, source, pixels);
	}

	receptions(): Reception[] {
		return this.#receiver.receptions();
	}

	async transportStats(): Promise<RTCStatsReport> {
		return (await this.#receive?.getStats()) ?? new Map();
	}

	close(): void {
		this.#closed = true;
		this.#send?.close();
		this.#receive?.close();
	}

	async #open(): Promise<void> {
		const media = await this.#options.request('openMedia', { epoch: this.epoch });
		const device = await loadDevice(media);
		if (this.#closed) return;
		this.#send = this.#watch(device.createSendTransport(toTransportOptions(media.send, this.#options.iceServers)));
		this.#receive = this.#watch(
			device.createRecvTransport(toTransportOptions(media.receive, this.#options.iceServers)),
		);
		this.#send.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
			const source = mediaSources.find((known) => known === appData.source) ?? 'camera';
			this.#options
				.request('produce', { transportId: media.send.id, source, kind, rtpParameters: { ...rtpParameters } })
				.then(({ producerId }) => done({ id: producerId }), failed);
		});
		this.#receiver.start(device, this.#receive, media.producers);
		await Promise.all(mediaSources.map((source) => this.#publish(source)));
	}

	#watch(transport: types.Transport): types.Transport {
		transport.on('connect', ({ dtlsParameters }, done, failed) => {
			const data = { transportId: transport.id, dtlsParameters: toDtlsParameters(dtlsParameters) };
			this.#options.request('connectTransport', data).catch(failed);
			// The server handles messages in order, so nothing that follows has to wait for its answer.
			done();
		});
		transport.on('connectionstatechange', (state) => {
			if (state === 'connected' && transport.direction === 'recv') this.#options.events.connected();
			this.#restartWhenBroken(transport);
		});
		return transport;
	}

	#restartWhenBroken(transport: types.Transport): void {
		if (transport.connectionState !== 'failed' && transport.connectionState !== 'disconnected') return;
		restartIce(transport, this.#options.request).catch(() => this.#fail());
	}

	/** Brings what the server has of a source in line with what the device gives, however fast that changes. */
	async #publish(source: MediaSource): Promise<void> {
		if (!this.#send || this.#publishing.has(source)) return;
		this.#publishing.add(source);
		try {
			while (!this.#closed) {
				const track = this.#options.outgoing(source);
				const producer = this.#producers.get(source);
				if ((producer?.track ?? null) === track) return;
				if (producer) await this.#replace(producer, track);
				else if (track) this.#begin(source, await this.#send.produce(producerOptions(source, track)));
			}
		} finally {
			this.#publishing.delete(source);
		}
	}

	#begin(source: MediaSource, producer: types.Producer): void {
		this.#producers.set(source, producer);
		this.#limit(producer);
	}

	#limit(producer: types.Producer): void {
		const layer = this.#layersWanted.get(producer.id);
		// Where it is refused, more is sent than anybody watches: no reason to end the path.
		if (layer !== undefined) producer.setMaxSpatialLayer(layer).catch(() => undefined);
	}

	async #replace(producer: types.Producer, track: MediaStreamTrack | null): Promise<void> {
		const paused = track === null;
		await producer.replaceTrack({ track });
		if (producer.paused === paused) return;
		if (paused) producer.pause();
		else producer.resume();
		await this.#options.request('pauseProducer', { producerId: producer.id, paused });
	}

	#fail(): void {
		if (!this.#closed) this.#options.events.failed();
	}
}

async function loadDevice({ rtpCapabilities }: CallResponse<'openMedia'>): Promise<Device> {
	const device = await Device.factory();
	// mediasoup-client checks what it is given (ortc.validateRtpCapabilities) and throws a TypeError.
	await device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities });
	return device;
}

function producerOptions(source: MediaSource, track: MediaStreamTrack): types.ProducerOptions {
	return {
		track,
		// The device's owner stops its tracks, not the path that sends them.
		stopTracks: false,
		disableTrackOnPause: false,
		appData: { source },
		...(kindOf(source) === 'audio' && { codecOptions: { opusDtx: true, opusFec: true, opusNack: true } }),
		...(source === 'camera' && {
			encodings: cameraEncodings,
			codecOptions: { videoGoogleStartBitrate: startBitrateKbps },
		}),
		...(source === 'screen' && { encodings: screenEncodings }),
	};
}
