import 'webrtc-adapter';
import { Device, type types } from 'mediasoup-client';
import type { ConsumerInfo, IceServer, MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { CallResponse } from '../../../../shared/contract/signalling/requests.ts';
import type { FrameProtection } from '../e2ee/FrameCrypto.ts';
import { toRtcIceServers } from './iceServers.ts';
import { cameraEncodings, screenEncodings } from './layers.ts';
import { kindOf, mediaSources, type MediaPath, type MediaPathEvents, type Reception } from './MediaPath.ts';
import { SfuReceiver } from './SfuReceiver.ts';
import type { SignallingClient } from './SignallingClient.ts';
import { startBitrateKbps } from './startBitrate.ts';
import { connectEarly, restartIce, toDtlsParameters, toTransportOptions } from './sfuTransport.ts';

export type Request = SignallingClient['request'];

interface SfuPathOptions {
	epoch: number;
	frames: FrameProtection;
	outgoing(source: MediaSource): MediaStreamTrack | null;
	request: Request;
	events: MediaPathEvents;
}

interface Transports {
	send: types.Transport;
	receive: types.Transport;
}

/**
 * Media through the server: what we send once, in layers; what the others send, one consumer for each source. It can
 * be made ready at the door; nothing flows before `enter`.
 */
export class SfuPath implements MediaPath {
	readonly mode = 'sfu';
	readonly epoch: number;
	readonly #options: SfuPathOptions;
	readonly #producers = new Map<MediaSource, types.Producer>();
	readonly #publishing = new Set<MediaSource>();
	/** By producer id; the server may say it before it answers `produce`. */
	readonly #layersWanted = new Map<string, number>();
	readonly #receiver: SfuReceiver;
	readonly #opening: Promise<Transports>;
	readonly #receiving = Promise.withResolvers<void>();
	#transports: Transports | undefined;
	#closed = false;

	constructor(options: SfuPathOptions) {
		this.#options = options;
		this.epoch = options.epoch;
		this.#receiver = new SfuReceiver(options.request, options.frames, options.events.remoteTrack);
		this.#opening = this.#open();
		this.#opening.catch(() => this.#fail());
	}

	/** The person is in the call: media may flow. */
	async enter(iceServers: IceServer[]): Promise<void> {
		try {
			const { send, receive } = await this.#opening;
			const configuration = { iceServers: toRtcIceServers(iceServers) };
			await Promise.all([send, receive].map((transport) => transport.updateIceServers(configuration)));
			// To be seen can wait until one sees: encoding begins when what is there to receive is negotiated.
			await this.receiving;
			await Promise.all(mediaSources.map((source) => this.#publish(source)));
		} catch {
			this.#fail();
		}
	}

	/** Resolves when everything that was there at the beginning can be received. */
	get receiving(): Promise<void> {
		return this.#receiving.promise;
	}

	setTrack(source: MediaSource): void {
		void this.receiving.then(() => this.#publish(source)).catch(() => this.#fail());
	}

	/** The server has these for us; it says so only once the transports are there. */
	consumersAdded(consumers: readonly ConsumerInfo[]): void {
		if (!this.#transports) return;
		void this.#receiver.add(this.#transports.receive, consumers).then(() => this.#receiving.resolve());
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
		for (const transport of Object.values(this.#transports ?? {})) this.#restartWhenBroken(transport);
	}

	showAt(peerId: string, source: MediaSource, pixels: number): void {
		this.#receiver.showAt(peerId, source, pixels);
	}

	receptions(): Reception[] {
		return this.#receiver.receptions();
	}

	async transportStats(): Promise<RTCStatsReport> {
		return (await this.#transports?.receive.getStats()) ?? new Map();
	}

	async sendingStats(): Promise<RTCStatsReport> {
		return (await this.#transports?.send.getStats()) ?? new Map();
	}

	close(): void {
		this.#closed = true;
		for (const transport of Object.values(this.#transports ?? {})) transport.close();
	}

	async #open(): Promise<Transports> {
		const media = await this.#options.request('openMedia', { epoch: this.epoch });
		const device = await loadDevice(media);
		if (this.#closed) throw new SamtalError('WRONG_STATE');
		const send = this.#watch(device.createSendTransport(toTransportOptions(media.send)));
		const receive = this.#watch(device.createRecvTransport(toTransportOptions(media.receive)));
		this.#transports = { send, receive };
		send.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
			const source = mediaSources.find((known) => known === appData.source) ?? 'camera';
			this.#options
				.request('produce', { transportId: media.send.id, source, kind, rtpParameters: { ...rtpParameters } })
				.then(({ producerId }) => done({ id: producerId }), failed);
		});
		const rtpCapabilities = { ...device.recvRtpCapabilities };
		// To send, nobody has to wait for these.
		const ready = [this.#options.request('canReceive', { rtpCapabilities }), connectEarly(receive)];
		Promise.all(ready).catch(() => this.#fail());
		return this.#transports;
	}

	#watch(transport: types.Transport): types.Transport {
		transport.on('connect', ({ dtlsParameters }, done, failed) => {
			const data = { transportId: transport.id, dtlsParameters: toDtlsParameters(dtlsParameters) };
			this.#options.request('connectTransport', data).catch(failed);
			// The server handles messages in order, so nothing that follows has to wait for its answer.
			done();
		});
		transport.on('connectionstatechange', (state) => {
			if (state === 'connected' && transport.direction === 'recv') void this.#tellConnected(transport);
			this.#restartWhenBroken(transport);
		});
		return transport;
	}

	/** The way stands; media flows over it when what was there to receive is negotiated. */
	async #tellConnected(transport: types.Transport): Promise<void> {
		await this.receiving;
		if (transport.connectionState === 'connected') this.#options.events.connected();
	}

	#restartWhenBroken(transport: types.Transport): void {
		if (transport.connectionState !== 'failed' && transport.connectionState !== 'disconnected') return;
		restartIce(transport, this.#options.request).catch(() => this.#fail());
	}

	/** Brings what the server has of a source in line with what the device gives, however fast that changes. */
	async #publish(source: MediaSource): Promise<void> {
		const send = this.#transports?.send;
		if (!send || this.#publishing.has(source)) return;
		this.#publishing.add(source);
		try {
			while (!this.#closed) {
				const track = this.#options.outgoing(source);
				const producer = this.#producers.get(source);
				if ((producer?.track ?? null) === track) return;
				if (producer) await this.#replace(producer, track);
				else if (track) this.#begin(source, await this.#produce(send, source, track));
			}
		} finally {
			this.#publishing.delete(source);
		}
	}

	#produce(send: types.Transport, source: MediaSource, track: MediaStreamTrack): Promise<types.Producer> {
		const onRtpSender = (sender: RTCRtpSender) => this.#options.frames.protectSender(sender, source);
		return send.produce({ ...producerOptions(source, track), onRtpSender });
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
