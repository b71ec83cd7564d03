import 'webrtc-adapter';
import type { IceServer, MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import type { CallNotification } from '../../../../shared/contract/signalling/notifications.ts';
import type { CallRequestInput } from '../../../../shared/contract/signalling/requests.ts';
import { fingerprintsOf } from '../e2ee/certificates/fingerprints.ts';
import { encryptedConnection } from '../e2ee/encryptedConnection.ts';
import type { FrameProtection } from '../e2ee/FrameCrypto.ts';
import { toRtcIceServers } from './iceServers.ts';
import { mediaSources, type MediaPath, type MediaPathEvents, type Reception } from './MediaPath.ts';
import { ignoresDescription } from './negotiation.ts';
import { bundlePolicy, type PreparedOffer } from './preparedOffer.ts';
import { sendTrack } from './sendTrack.ts';
import { withStartBitrate } from './startBitrate.ts';

/** How long the polite side leaves it to the other one to restart ICE. */
const politeWaitMs = 2_000;

type Description = RTCSessionDescriptionInit & { sdp: string };
type Signal = Omit<CallRequestInput<'signalDirect'>, 'epoch'>;
export type DirectSignal = Pick<CallNotification<'directSignal'>, 'description' | 'candidate'>;

interface DirectPathOptions {
	epoch: number;
	/** The first offer, on the side that makes it; `null` on the polite side, which waits and yields when two cross. */
	first: PreparedOffer | null;
	/** Whom we talk to: whose media alone is let in. */
	otherId: string;
	frames: FrameProtection;
	iceServers: IceServer[];
	/** Not to show our address to the other side: media goes over the TURN servers alone. */
	relayOnly: boolean;
	/** What each source sends from the start. */
	outgoing(source: MediaSource): MediaStreamTrack | null;
	send(signal: Signal): void;
	/** Both sides have said with which certificates they come, or one of them anew. */
	identified(fingerprints: { local: string[]; remote: string[] }): void;
	events: MediaPathEvents;
}

/**
 * Media from device to device by perfect negotiation. Which transceiver is which source is fixed by their order, so
 * a device that goes on or off replaces a track and never negotiates anew; only an ICE restart does.
 * @see https://www.w3.org/TR/webrtc/#perfect-negotiation-example
 */
export class DirectPath implements MediaPath {
	readonly mode = 'direct';
	readonly epoch: number;
	readonly #options: DirectPathOptions;
	readonly #connection: RTCPeerConnection;
	readonly #transceivers = new Map<MediaSource, RTCRtpTransceiver>();
	#sending: Promise<void> = Promise.resolve();
	#makingOffer = false;
	#settingRemoteAnswer = false;
	#restarting: ReturnType<typeof setTimeout> | undefined;

	constructor(options: DirectPathOptions) {
		this.#options = options;
		this.epoch = options.epoch;
		const iceServers = toRtcIceServers(options.iceServers);
		const iceTransportPolicy = options.relayOnly ? 'relay' : 'all';
		const configuration = { ...encryptedConnection, iceServers, iceTransportPolicy, bundlePolicy } as const;
		options.first?.connection.setConfiguration(configuration);
		this.#connection = options.first?.connection ?? new RTCPeerConnection(configuration);
		this.#connection.addEventListener('negotiationneeded', () => void this.#offerAgain());
		this.#connection.addEventListener('icecandidate', ({ candidate }) => this.#sendCandidate(candidate));
		this.#connection.addEventListener('connectionstatechange', () => this.#handleConnectionState());
		if (options.first) void this.#offerFirst(options.first);
	}

	setTrack(source: MediaSource, track: MediaStreamTrack | null): void {
		const sender = this.#transceivers.get(source)?.sender;
		if (sender) this.#sending = this.#sending.then(() => sendTrack(sender, track)).catch(() => this.#fail());
	}

	/** The other side's description or candidate, in the order in which they came. */
	async receive({ description, candidate }: DirectSignal): Promise<void> {
		if (this.#closed) return;
		if (description) await this.#receiveDescription(toRtcDescription(description));
		else if (candidate !== undefined) await this.#receiveCandidate(candidate);
	}

	recover(): void {
		const { connectionState, signalingState, localDescription } = this.#connection;
		// The offer or its answer was lost with the socket.
		if (signalingState === 'have-local-offer' && localDescription) this.#sendDescription(localDescription);
		if (connectionState === 'disconnected' || connectionState === 'failed') this.#restartIce();
	}

	/** The sender adapts to the network by itself; there are no layers to choose. */
	showAt(): void {}

	receptions(): Reception[] {
		return [...this.#transceivers].map(([source, { receiver }]) => ({
			peerId: null,
			source,
			getStats: () => receiver.getStats(),
		}));
	}

	transportStats(): Promise<RTCStatsReport> {
		return this.#connection.getStats();
	}

	sendingStats(): Promise<RTCStatsReport> {
		return this.#connection.getStats();
	}

	close(): void {
		this.#connection.close();
	}

	get #closed(): boolean {
		return this.#connection.signalingState === 'closed';
	}

	/** Only one side makes the first offer: two that cross would cost a round trip. */
	async #offerFirst({ offer, transceivers }: PreparedOffer): Promise<void> {
		this.#makingOffer = true;
		try {
			const description = await offer;
			// Not after it is applied: the page may be drawing the room then, and the other side waits.
			this.#sendDescription(description);
			const applied = this.#connection.setLocalDescription(description);
			for (const [source, transceiver] of transceivers) {
				this.#adopt(source, transceiver);
				const track = this.#options.outgoing(source);
				if (transceiver.sender.track !== track) this.setTrack(source, track);
			}
			await applied;
		} catch {
			this.#fail();
		} finally {
			this.#makingOffer = false;
		}
	}

	/** The polite side takes over the transceivers that the first offer made, in the same order. */
	#adoptOffered(): void {
		const offered = this.#connection.getTransceivers();
		mediaSources.forEach((source, index) => {
			const transceiver = offered[index];
			if (!transceiver || this.#transceivers.has(source)) return;
			transceiver.direction = 'sendrecv';
			this.#options.frames.protectSender(transceiver.sender, source);
			this.#adopt(source, transceiver);
			this.setTrack(source, this.#options.outgoing(source));
		});
	}

	#adopt(source: MediaSource, transceiver: RTCRtpTransceiver): void {
		this.#transceivers.set(source, transceiver);
		this.#options.frames.protectReceiver(transceiver.receiver, { peerId: this.#options.otherId, source });
		this.#options.events.remoteTrack(null, source, transceiver.receiver.track);
	}

	/** An ICE restart; for the first offer the event comes too, and has nothing to add. */
	async #offerAgain(): Promise<void> {
		if (!this.#connection.remoteDescription) return;
		try {
			this.#makingOffer = true;
			await this.#connection.setLocalDescription();
			if (this.#connection.localDescription) this.#sendDescription(this.#connection.localDescription);
		} catch {
			this.#fail();
		} finally {
			this.#makingOffer = false;
		}
	}

	async #receiveDescription(description: Description): Promise<void> {
		const ignored = ignoresDescription(
			{
				polite: this.#options.first === null,
				makingOffer: this.#makingOffer,
				signalingState: this.#connection.signalingState,
				settingRemoteAnswer: this.#settingRemoteAnswer,
			},
			description.type,
		);
		if (ignored) return;
		try {
			this.#settingRemoteAnswer = description.type === 'answer';
			await this.#connection.setRemoteDescription({ ...description, sdp: withStartBitrate(description.sdp) });
			this.#settingRemoteAnswer = false;
			if (description.type === 'offer') {
				this.#adoptOffered();
				await this.#connection.setLocalDescription();
				if (this.#connection.localDescription) this.#sendDescription(this.#connection.localDescription);
			}
			this.#identify();
		} catch {
			this.#fail();
		}
	}

	#identify(): void {
		const { localDescription, remoteDescription } = this.#connection;
		if (!localDescription || !remoteDescription) return;
		this.#options.identified({
			local: fingerprintsOf(localDescription.sdp),
			remote: fingerprintsOf(remoteDescription.sdp),
		});
	}

	async #receiveCandidate(candidate: Record<string, unknown> | null): Promise<void> {
		try {
			await this.#connection.addIceCandidate(candidate ?? undefined);
		} catch {
			// A candidate of an offer that we ignored means nothing to us, and one bad candidate spoils no other.
		}
	}

	#sendDescription({ type, sdp = '' }: RTCSessionDescriptionInit): void {
		this.#options.send({ description: { type, sdp } });
	}

	#sendCandidate(candidate: RTCIceCandidate | null): void {
		this.#options.send({ candidate: candidate && { ...candidate.toJSON() } });
	}

	#handleConnectionState(): void {
		const { connectionState } = this.#connection;
		if (connectionState === 'connected') this.#options.events.connected();
		// A new way is looked for while the old one may still come back; until it failed, 15 s and more would be lost.
		if (connectionState === 'disconnected' || connectionState === 'failed') this.#restartIce();
	}

	/**
	 * Both sides see that the path is silent, at about the same time. The one that made the first offer restarts; the
	 * other waits a moment, as of two offers that cross one is rolled back, after which Chromium may show no picture.
	 */
	#restartIce(): void {
		if (this.#options.first) return this.#connection.restartIce();
		clearTimeout(this.#restarting);
		this.#restarting = setTimeout(() => {
			if (!this.#closed && this.#connection.connectionState !== 'connected') this.#connection.restartIce();
		}, politeWaitMs);
	}

	#fail(): void {
		if (!this.#closed) this.#options.events.failed();
	}
}

const toRtcDescription = ({ type, sdp }: { type: string; sdp: string }): Description => ({
	type: type === 'offer' || type === 'answer' || type === 'pranswer' ? type : 'rollback',
	sdp,
});
