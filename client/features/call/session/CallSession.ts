import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { KeySuite } from '../../../../shared/contract/signalling/keys.ts';
import type { MediaSource, RoomSnapshot, Topology } from '../../../../shared/contract/signalling/peer.ts';
import type { CallRequestInput, CallRequestName, Entrance } from '../../../../shared/contract/signalling/requests.ts';
import { supportsFrameEncryption } from '../e2ee/supportsFrameEncryption.ts';
import { LazyEncryption } from '../e2ee/LazyEncryption.ts';
import { LazyQuality } from '../quality/LazyQuality.ts';
import type { CallMemory } from './callMemory.ts';
import type { LocalMedia } from './LocalMedia.ts';
import { mediaSources } from './MediaPath.ts';
import { MediaSwitch } from './MediaSwitch.ts';
import * as reduce from './reducers.ts';
import { isPassing, SignallingClient, type NotificationHandlers } from './SignallingClient.ts';
import { joinData } from './joinData.ts';
import { CallStateWriter } from './CallStateWriter.ts';
import { CallView } from './CallView.ts';
import { ConnectionWatch } from './ConnectionWatch.ts';
import type { CallEnd, CallState, CallStore, ChatMessage } from './state.ts';
import { ToolListeners } from './ToolListeners.ts';

interface CallSessionOptions {
	media: LocalMedia;
	memory: Pick<CallMemory, 'resumeToken' | 'setResumeToken' | 'lowered'>;
	/** A fresh ticket for the socket's handshake, over REST. */
	fetchTicket: () => Promise<string>;
	/** What was written before this page was loaded again. */
	chat: readonly ChatMessage[];
}

/**
 * One person's part in one call, from the door to the end. It alone writes the store; what a person does is a
 * method here. Methods that ask the server something show a failure as a notice and do not throw.
 */
export class CallSession {
	readonly #writer = new CallStateWriter();
	readonly store: CallStore = this.#writer.store;
	readonly view = new CallView(this.#writer);
	readonly media: LocalMedia;
	readonly #memory: CallSessionOptions['memory'];
	readonly #signalling: SignallingClient;
	readonly #switch: MediaSwitch;
	readonly #encryption: LazyEncryption;
	readonly #quality: LazyQuality;
	readonly #connection = new ConnectionWatch(this.#writer, () => this.#switch.path);
	readonly #toolListeners = new ToolListeners();
	readonly #forgetMedia: () => void;
	#network: Pick<RoomSnapshot, 'iceServers' | 'relayOnly'> = { iceServers: [], relayOnly: true };
	#selfId = '';

	constructor(options: CallSessionOptions) {
		this.media = options.media;
		this.#writer.setNow({ chat: options.chat });
		this.#memory = options.memory;
		this.#encryption = new LazyEncryption({
			request: (name, data) => this.#signalling.request(name, data),
			knows: ({ peerId, name }) => this.#state.peers.some((peer) => peer.peerId === peerId && peer.name === name),
			changed: (change) => this.#set({ encryption: { ...this.#state.encryption, ...change } }),
			isHost: (peerId) =>
				[this.#state.self, ...this.#state.peers].some((p) => p?.peerId === peerId && p.role === 'host'),
			lowered: this.#memory.lowered(),
			chat: ({ name }, text) => this.#chatSaid(name, text, false),
		});
		this.#signalling = new SignallingClient({
			fetchTicket: options.fetchTicket,
			resumeToken: () => this.#memory.resumeToken(),
			notifications: this.#notifications(),
			onConnected: () => void this.#join(),
			onDisconnected: () => this.#set({ online: false }),
			onRefused: ({ code }) => this.#finish({ reason: 'failed', code }),
		});
		this.#switch = new MediaSwitch({
			request: (name, data) => this.#signalling.request(name, data),
			outgoing: (source) => this.media.outgoing(source),
			protection: () => this.#encryption.protection(),
			remoteTrack: (peerId, source, track) => this.#handleRemoteTrack(peerId, source, track),
			connected: () => void this.#connection.read(),
			pathStands: (ends) => this.#encryption.pathStands(ends),
			failed: () => this.#say('MEDIA_FAILED'),
		});
		this.#quality = new LazyQuality({
			path: () => this.#switch.path,
			selfId: () => this.#selfId,
			others: () => this.#state.peers,
			shows: (peerId) => this.#switch.shows(peerId, 'camera'),
			connection: () => this.#state.connection,
			frames: async () => (await this.#encryption.load()).frames.counters(),
			changed: (quality) => this.#set({ quality }),
			// What is lost of it is part of the next report.
			report: (summary) => void this.#signalling.request('reportQuality', summary).catch(() => undefined),
		});
		this.#forgetMedia = this.media.store.subscribe(() => this.#handleMediaChange());
	}

	/** Goes to the door: the socket connects, and the code of both media paths comes meanwhile. */
	start(): void {
		this.#signalling.connect();
		// Failing does no harm yet: it is tried again when the first path is built.
		this.#switch.load().catch(() => undefined);
	}

	/** Leaves the call for good and lets go of the devices. */
	async leave(): Promise<void> {
		await this.#quality.tell();
		// Whether or not the server hears it: for this person the call is over.
		await this.#signalling.request('leave', {}).catch(() => undefined);
		this.#finish({ reason: 'left' });
	}

	async endForAll(): Promise<boolean> {
		await this.#quality.tell();
		return this.#ask('endForAll', {});
	}

	readonly admit = (peerId: string): Promise<boolean> => this.#ask('admit', { peerId });

	/** For everybody, until the call is over, so that somebody can take part whose browser cannot encrypt. */
	readonly lowerEncryption = (): Promise<void> => this.#encryption.lower();

	/** As a host, for the visit's log. */
	readonly reportEncryption = (data: CallRequestInput<'reportEncryption'>) =>
		this.#signalling.request('reportEncryption', data);

	readonly messageWaiting = (peerId: string, text: string): Promise<boolean> =>
		this.#ask('messageWaiting', { peerId, text });

	readonly removePeer = (peerId: string): Promise<boolean> => this.#ask('removePeer', { peerId });

	async sendChat(text: string): Promise<boolean> {
		const sent = await this.#said(this.#encryption.send({ kind: 'chat', text }));
		if (sent) this.#chatSaid(this.#state.self?.name ?? '', text, true);
		return sent;
	}

	/** Shown here at once; a server that does not hear it is told when the socket is back. */
	raiseHand(raised: boolean): Promise<boolean> {
		const { self } = this.#state;
		if (self) this.#set({ self: { ...self, handRaised: raised } });
		return this.#ask('raiseHand', { raised });
	}

	/** Tells how high a peer's picture is shown, in physical pixels, so that no more is sent; 0 when unseen. */
	showAt(peerId: string, source: MediaSource, pixels: number): void {
		this.#switch.showAt(peerId, source, pixels);
	}

	/** Calls back when a tool's data changed in the backend. Answers how to stop. */
	readonly onToolChanged = this.#toolListeners.add;

	get #state(): CallState {
		return this.#writer.state;
	}

	#set(change: Partial<CallState>): void {
		this.#writer.set(change);
	}

	async #join(): Promise<void> {
		try {
			const before = this.#selfId === '' ? null : { state: this.#state, keys: this.#encryption.standing };
			const { mediaState: media } = this.media;
			const data = joinData({
				media,
				encrypts: supportsFrameEncryption(),
				resumeToken: this.#memory.resumeToken(),
				before,
			});
			const entrance = await this.#signalling.request('join', data);
			this.#memory.setResumeToken(entrance.resumeToken);
			this.#set({ online: true });
			if (entrance.state === 'waiting') this.#waitAtDoor(entrance);
			else this.#enter(entrance.room, entrance.peerId, entrance.keySuite);
		} catch (error) {
			const failure = error instanceof SamtalError ? error : new SamtalError('INTERNAL');
			if (failure.code === 'REPLACED') this.#finish({ reason: 'replaced' });
			else if (!isPassing(failure)) this.#finish({ reason: 'failed', code: failure.code });
			// A lost socket comes back by itself, and joins again.
			else if (failure.code !== 'NETWORK') this.#signalling.reconnectSoon();
		}
	}

	#waitAtDoor({ peerId, name, keySuite, topology }: Extract<Entrance, { state: 'waiting' }>): void {
		// Another peer than before: what was made ready was that one's.
		if (peerId !== this.#selfId) this.#switch.reset();
		this.#selfId = peerId;
		this.#set({ phase: 'waiting' });
		this.#switch.prepare(topology);
		this.#encryption.arrive({ peerId, name, suite: keySuite }, null);
	}

	#enter(room: RoomSnapshot, selfId: string, suite: KeySuite): void {
		// Another peer than before: nobody knows the old one any more, nor its media.
		if (selfId !== this.#selfId) this.#switch.reset();
		this.#selfId = selfId;
		this.#network = { iceServers: room.iceServers, relayOnly: room.relayOnly };
		// Before the state: the other side waits for our offer, and the room is drawn as soon as the state is there.
		this.#follow(room.topology, room.peers.find(({ peerId }) => peerId !== selfId)?.peerId);
		if (this.#switch.receiving) this.#writer.waitFor([this.#switch.receiving, this.#encryption.firstKeys]);
		this.#set(reduce.enterRoom(this.#state, room, selfId));
		const { name = '' } = this.#state.self ?? {};
		this.#encryption.arrive({ peerId: selfId, name, suite }, room.appointmentId);
		this.#switch.recover();
		this.#quality.enter();
		this.#tellMediaState();
	}

	#notifications(): NotificationHandlers {
		return {
			admitted: ({ room, resumeToken }) => {
				this.#memory.setResumeToken(resumeToken);
				this.#enter(room, this.#selfId, this.#state.encryption.suite);
			},
			waitingMessage: (message) => this.#set({ waitingMessages: [...this.#state.waitingMessages, message] }),
			waitingChanged: ({ waiting }) => this.#set(reduce.waitingChanged(this.#state, waiting)),
			peerJoined: ({ peer, topology }) => {
				this.#follow(topology, peer.peerId);
				this.#set({ ...reduce.peerJoined(this.#state, peer), topology });
				this.#switch.recover();
			},
			peerChanged: ({ peer }) => {
				this.#set(reduce.peerChanged(this.#state, peer));
				// What we said while they could not hear it is said again.
				if (peer.connected) this.#switch.recover();
			},
			peerLeft: ({ peerId }) => this.#set(reduce.peerLeft(this.#state, peerId)),
			topologyChanged: ({ topology }) => {
				if (this.#state.phase !== 'inCall') return this.#switch.prepare(topology);
				this.#set({ topology, ...(topology.mode === 'idle' && { connection: null }) });
				this.#follow(topology, this.#state.peers[0]?.peerId);
			},
			directSignal: (signal) => this.#switch.directSignal(signal),
			consumersAdded: ({ consumers }) => this.#switch.consumersAdded(consumers),
			producerClosed: ({ producerId }) => this.#switch.producerClosed(producerId),
			layersWanted: ({ producerId, spatialLayer }) => this.#switch.layersWanted(producerId, spatialLayer),
			activeSpeakers: ({ peerIds }) => this.#set({ activeSpeakers: peerIds }),
			toolChanged: ({ tool }) => this.#toolListeners.tell(tool),
			...this.#encryption.notifications,
			callOver: ({ reason }) =>
				this.#finish(reason === 'cancelled' ? { reason: 'failed', code: 'VISIT_CANCELLED' } : { reason }),
		};
	}

	#follow(topology: Topology, otherId: string | undefined): void {
		const others = otherId === undefined ? {} : { otherId };
		this.#switch.follow(topology, { selfId: this.#selfId, ...others, ...this.#network });
	}

	#handleRemoteTrack(from: string | null, source: MediaSource, track: MediaStreamTrack | null): void {
		const peerId = from ?? this.#state.peers[0]?.peerId;
		if (!peerId) return;
		const stream = track && new MediaStream([track]);
		this.#set(reduce.remoteStream(this.#state, peerId, source, stream));
	}

	#handleMediaChange(): void {
		for (const source of mediaSources) this.#switch.update(source);
		this.#tellMediaState();
	}

	#tellMediaState(): void {
		const { self, phase } = this.#state;
		const { mic, camera, screen } = this.media.mediaState;
		if (!self || phase !== 'inCall') return;
		if (self.media.mic === mic && self.media.camera === camera && self.media.screen === screen) return;
		this.#set({ self: { ...self, media: { mic, camera, screen } } });
		void this.#signalling.request('setMediaState', { mic, camera, screen }).catch(() => undefined);
	}

	#chatSaid(name: string, text: string, own: boolean): void {
		const said = { id: crypto.randomUUID(), name, own, text, sentAt: new Date().toISOString() };
		this.#set(reduce.chatSaid(this.#state, said));
	}

	#ask<N extends CallRequestName>(name: N, data: CallRequestInput<N>): Promise<boolean> {
		return this.#said(this.#signalling.request(name, data));
	}

	/** Whether it could be done; what went wrong is shown. */
	async #said(asked: Promise<unknown>): Promise<boolean> {
		try {
			await asked;
			return true;
		} catch (error) {
			this.#say(error instanceof SamtalError ? error.code : 'INTERNAL');
			return false;
		}
	}

	#say(code: SamtalError['code']): void {
		this.#set({ notices: reduce.withNotice(this.#state, 'failed', '', { code }) });
	}

	#finish(end: CallEnd): void {
		if (this.#state.phase === 'over') return;
		this.#writer.setNow({ phase: 'over', end, online: false, peers: [], panel: null });
		this.#forgetMedia();
		this.#signalling.close();
		this.#switch.reset();
		this.#encryption.close();
		this.#quality.close();
		this.media.close();
	}
}
