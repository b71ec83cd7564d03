import type { Page } from 'puppeteer';
import { z } from 'zod';

/** The longest time without sound, and without a new picture, of one person on somebody's page; milliseconds. */
export interface Gaps {
	sound: number;
	picture: number;
}

const gapsByPeer = z.record(z.string(), z.object({ sound: z.number(), picture: z.number() }));

/** The page's own clock, to say from when on gaps count. */
export const clockOf = async (page: Page): Promise<number> =>
	z.number().parse(await page.evaluate(() => performance.now()));

/** The longest gaps since then of everybody who has been seen and heard on this page. */
export async function gapsSince(page: Page, since: number): Promise<Gaps[]> {
	return Object.values(gapsByPeer.parse(await page.evaluate(`continuity.longestGaps(${since})`)));
}

/**
 * Runs in the page: a microphone that never pauses, as what browsers fake only beeps now and then; and a small camera
 * picture, as three pages that code theirs without a GPU are too much for two cores otherwise.
 */
export function sendWithoutPause(): void {
	const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
	navigator.mediaDevices.getUserMedia = async (constraints) => {
		const video = constraints?.video && { width: 320, height: 180 };
		const stream = await open({ ...constraints, ...(video && { video }) });
		const [microphone] = stream.getAudioTracks();
		if (!microphone) return stream;
		const context = new AudioContext();
		const voice = new OscillatorNode(context, { type: 'sawtooth', frequency: 300 });
		// A tone that stands still is noise to the encoder, which would fall silent (DTX).
		const melody = new OscillatorNode(context, { frequency: 5 });
		melody.connect(new GainNode(context, { gain: 150 })).connect(voice.frequency);
		const out = context.createMediaStreamDestination();
		voice.connect(new GainNode(context, { gain: 0.3 })).connect(out);
		voice.start();
		melody.start();
		stream.removeTrack(microphone);
		for (const track of out.stream.getAudioTracks()) stream.addTrack(track);
		return stream;
	};
}

/**
 * Runs in the page: follows what its elements play. Sound counts while its element plays unmuted, by the samples that
 * its stream brings; a picture counts with each frame that is presented in an element that can be seen.
 */
export function watchContinuity(): void {
	const stepMs = 10;
	const audibleRms = 0.005;
	/** When something was heard, and when a picture was shown, by peer. */
	const sounds = new Map<string, number[]>();
	const pictures = new Map<string, number[]>();
	const add = (times: Map<string, number[]>, peer: string, at: number) => {
		times.set(peer, [...(times.get(peer) ?? []).slice(-20_000), at]);
	};
	const context = new AudioContext();

	/** To be called at once when an element plays something else, or is muted or not. */
	const changed = new Map<HTMLMediaElement, () => void>();

	const listen = (audio: HTMLAudioElement, stream: MediaStream) => {
		// Holds the last 680 ms, so that the page may be busy for as long.
		const analyser = new AnalyserNode(context, { fftSize: 32_768 });
		const source = context.createMediaStreamSource(stream);
		source.connect(analyser);
		const samples = new Float32Array(analyser.fftSize);
		const step = (context.sampleRate * stepMs) / 1_000;
		let heard = { from: audio.muted ? Infinity : performance.now(), to: Infinity };
		changed.set(audio, () => {
			const now = performance.now();
			if (audio.srcObject !== stream) heard = { ...heard, to: now };
			else if (!audio.muted) heard = { ...heard, from: Math.min(heard.from, now) };
		});
		let readTo = context.currentTime;
		const timer = setInterval(() => {
			const now = performance.now();
			analyser.getFloatTimeDomainData(samples);
			const steps = Math.floor(((context.currentTime - readTo) * 1_000) / stepMs);
			readTo += (steps * stepMs) / 1_000;
			for (let back = Math.min(steps, Math.floor(samples.length / step)); back > 0; back -= 1) {
				const at = now - back * stepMs;
				const part = samples.slice(samples.length - back * step, samples.length - (back - 1) * step);
				const rms = Math.hypot(...part) / Math.sqrt(part.length);
				if (at >= heard.from - stepMs && at <= heard.to && rms > audibleRms)
					add(sounds, audio.dataset['peer'] ?? '', at);
			}
			if (audio.srcObject === stream) return;
			clearInterval(timer);
			source.disconnect();
		}, 20);
	};

	const look = (video: HTMLVideoElement) => {
		let last = { presentationTime: 0, presentedFrames: 0 };
		const next = (_: number, now: VideoFrameCallbackMetadata) => {
			const peer = video.closest<HTMLElement>('figure[data-peer]:not([data-self])')?.dataset['peer'];
			// Frames of which the page was too busy to hear are counted all the same: they lie between.
			const frames = now.presentedFrames - last.presentedFrames;
			const each = last.presentedFrames === 0 ? 0 : (now.presentationTime - last.presentationTime) / frames;
			if (peer && getComputedStyle(video).opacity !== '0') {
				for (let back = each === 0 ? 0 : frames - 1; back >= 0; back -= 1) {
					add(pictures, peer, now.presentationTime - back * each);
				}
			}
			last = now;
			if (video.srcObject) video.requestVideoFrameCallback(next);
		};
		video.requestVideoFrameCallback(next);
	};

	const onSet = <V>(name: 'srcObject' | 'muted', then: (element: HTMLMediaElement, value: V) => void) => {
		const property = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, name) ?? {};
		Object.defineProperty(HTMLMediaElement.prototype, name, {
			...property,
			set(this: HTMLMediaElement, value: V) {
				property.set?.call(this, value);
				changed.get(this)?.();
				then(this, value);
			},
		});
	};
	onSet('muted', () => undefined);
	onSet<MediaStream | null>('srcObject', (element, stream) => {
		if (stream && element instanceof HTMLAudioElement && element.dataset['source'] === 'mic') listen(element, stream);
		if (stream && element instanceof HTMLVideoElement) look(element);
	});

	const longestGap = (times: number[] = [], since = 0) => {
		const sorted = times.filter((at) => at >= since).toSorted((a, b) => a - b);
		return sorted.reduce((longest, at, index) => Math.max(longest, at - (sorted[index - 1] ?? at)), 0);
	};
	const longestGaps = (since: number) =>
		Object.fromEntries(
			[...sounds.keys()].map((peer) => [
				peer,
				{ sound: longestGap(sounds.get(peer), since), picture: longestGap(pictures.get(peer), since) },
			]),
		);
	Object.assign(window, { continuity: { longestGaps } });
}
