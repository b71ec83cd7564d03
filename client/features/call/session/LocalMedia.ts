import { createStore } from 'zustand/vanilla';
import type { MediaSource, MediaState } from '../../../../shared/contract/signalling/peer.ts';
import {
	captureConstraints,
	contentHint,
	deviceFailure,
	type CaptureKind,
	type DeviceChoices,
	type DeviceFailure,
} from './devices.ts';

export type Tracks = Readonly<Partial<Record<MediaSource, MediaStreamTrack>>>;

export interface LocalMediaState {
	/** What the devices give now; a source that is not here sends nothing. */
	tracks: Tracks;
	/** The microphone stays open while muted, so that speech is heard at once after. */
	micMuted: boolean;
	chosen: DeviceChoices;
	available: {
		mic: readonly MediaDeviceInfo[];
		camera: readonly MediaDeviceInfo[];
		speaker: readonly MediaDeviceInfo[];
	};
	failures: Readonly<Partial<Record<CaptureKind | 'screen', DeviceFailure>>>;
	/** True while the browser asks for permission or a device starts. */
	opening: boolean;
}

/** Where choices of devices are remembered; `localStorage` is one. */
type Memory = Pick<Storage, 'getItem' | 'setItem'>;

const memoryKey = 'samtal.devices';
const noDevices = { mic: [], camera: [], speaker: [] };

/**
 * The microphone, camera and screen of this browser. It alone writes its store.
 * A failing device is a state with a reason, never an exception: a call works without any.
 */
export class LocalMedia {
	readonly store;
	readonly #devices: MediaDevices | undefined;
	readonly #memory: Memory;

	/** @param devices `navigator.mediaDevices`, which browsers leave out on pages without HTTPS. */
	constructor(devices: MediaDevices | undefined, memory: Memory) {
		this.#devices = devices;
		this.#memory = memory;
		this.store = createStore<LocalMediaState>(() => ({
			tracks: {},
			micMuted: false,
			chosen: readChoices(memory),
			available: noDevices,
			failures: {},
			opening: false,
		}));
	}

	/** What others are told of our devices. */
	get mediaState(): MediaState {
		const { tracks, micMuted } = this.store.getState();
		return { mic: Boolean(tracks.mic) && !micMuted, camera: Boolean(tracks.camera), screen: Boolean(tracks.screen) };
	}

	/** What a path sends from a source now: nothing from a muted microphone. */
	outgoing(source: MediaSource): MediaStreamTrack | null {
		const { tracks, micMuted } = this.store.getState();
		return source === 'mic' && micMuted ? null : (tracks[source] ?? null);
	}

	/** Opens microphone and camera together, so that the browser asks once; what fails is tried alone. */
	async open(kinds: readonly CaptureKind[]): Promise<void> {
		const wanted = kinds.filter((kind) => !this.store.getState().tracks[kind]);
		if (wanted.length === 0) return;
		this.store.setState({ opening: true });
		this.#devices?.addEventListener('devicechange', this.#handleDeviceChange);
		try {
			await this.#capture(wanted);
		} catch {
			for (const kind of wanted) await this.#captureAlone(kind);
		}
		this.store.setState({ opening: false });
		await this.#listDevices();
	}

	setMicMuted(micMuted: boolean): void {
		this.store.setState({ micMuted });
		if (!micMuted && !this.store.getState().tracks.mic) void this.open(['mic']);
	}

	/** Off stops the track, and with it the camera's light. */
	async setCamera(on: boolean): Promise<void> {
		if (on) await this.open(['camera']);
		else this.#stop('camera');
	}

	/** Uses another device from now on, and remembers it. */
	async choose(kind: keyof DeviceChoices, deviceId: string): Promise<void> {
		const chosen = { ...this.store.getState().chosen, [kind]: deviceId };
		this.store.setState({ chosen });
		this.#memory.setItem(memoryKey, JSON.stringify(chosen));
		if (kind === 'speaker') return;
		this.#stop(kind);
		await this.open([kind]);
	}

	/** Asks what to share; sound comes along where the browser gives it. Answers false when nothing was chosen. */
	async shareScreen(): Promise<boolean> {
		try {
			if (!this.#devices) throw new DOMException('', 'NotSupportedError');
			const stream = await this.#devices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } }, audio: true });
			for (const track of stream.getVideoTracks()) this.#keep('screen', track);
			for (const track of stream.getAudioTracks()) this.#keep('screenAudio', track);
			return true;
		} catch (error) {
			const failure = deviceFailure(error);
			// Closing the browser's own dialogue is a choice, not a failure.
			if (failure !== 'denied') this.#fail('screen', failure);
			return false;
		}
	}

	stopScreen(): void {
		this.#stop('screen');
		this.#stop('screenAudio');
	}

	/** Lets go of every device; `open` may be called again. */
	close(): void {
		this.#devices?.removeEventListener('devicechange', this.#handleDeviceChange);
		for (const track of Object.values(this.store.getState().tracks)) track.stop();
		this.store.setState({ tracks: {} });
	}

	async #capture(kinds: readonly CaptureKind[]): Promise<void> {
		if (!this.#devices) throw new DOMException('', 'InsecureContext');
		const { chosen } = this.store.getState();
		const stream = await this.#devices.getUserMedia({
			audio: kinds.includes('mic') && captureConstraints('mic', chosen.mic),
			video: kinds.includes('camera') && captureConstraints('camera', chosen.camera),
		});
		for (const track of stream.getAudioTracks()) this.#keep('mic', track);
		for (const track of stream.getVideoTracks()) this.#keep('camera', track);
	}

	async #captureAlone(kind: CaptureKind): Promise<void> {
		try {
			await this.#capture([kind]);
		} catch (error) {
			this.#fail(kind, this.#devices ? deviceFailure(error) : 'insecure');
		}
	}

	#keep(source: MediaSource, track: MediaStreamTrack): void {
		const { tracks, failures } = this.store.getState();
		tracks[source]?.stop();
		track.contentHint = contentHint[source];
		// Fires when the device goes or the sharing is ended in the browser's bar, not when we stop the track.
		track.addEventListener('ended', () => this.#handleEnded(source, track), { once: true });
		const { [source === 'screenAudio' ? 'screen' : source]: _, ...otherFailures } = failures;
		this.store.setState({ tracks: { ...tracks, [source]: track }, failures: otherFailures });
	}

	#stop(source: MediaSource): void {
		const { [source]: track, ...others } = this.store.getState().tracks;
		track?.stop();
		if (track) this.store.setState({ tracks: others });
	}

	#fail(kind: CaptureKind | 'screen', failure: DeviceFailure): void {
		this.store.setState(({ failures }) => ({ failures: { ...failures, [kind]: failure } }));
	}

	#handleEnded(source: MediaSource, track: MediaStreamTrack): void {
		if (this.store.getState().tracks[source] !== track) return;
		if (source === 'screen' || source === 'screenAudio') return this.stopScreen();
		this.#stop(source);
		this.#fail(source, 'unplugged');
		// Another microphone may be there; a camera is not turned on without being asked.
		if (source === 'mic') void this.open(['mic']);
	}

	readonly #handleDeviceChange = (): void => void this.#listDevices();

	async #listDevices(): Promise<void> {
		const all = (await this.#devices?.enumerateDevices().catch(() => [])) ?? [];
		const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind && device.deviceId !== '');
		this.store.setState({
			available: { mic: of('audioinput'), camera: of('videoinput'), speaker: of('audiooutput') },
		});
	}
}

function readChoices(memory: Memory): DeviceChoices {
	const none = { mic: null, camera: null, speaker: null };
	try {
		const stored: unknown = JSON.parse(memory.getItem(memoryKey) ?? '{}');
		const read = (kind: keyof DeviceChoices) => {
			const value: unknown = typeof stored === 'object' && stored !== null ? Reflect.get(stored, kind) : null;
			return typeof value === 'string' ? value : null;
		};
		return { mic: read('mic'), camera: read('camera'), speaker: read('speaker') };
	} catch {
		return none;
	}
}
