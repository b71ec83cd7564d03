import type { MediaSource } from '../../../../shared/contract/signalling/peer.ts';

/** Why a device gives nothing, as far as a person can do something about it; the screens have advice for each. */
export type DeviceFailure =
	/** The person or the browser's setting said no. */
	| 'denied'
	/** The operating system does not let the browser. */
	| 'deniedBySystem'
	| 'notFound'
	/** Another program holds it. */
	| 'inUse'
	/** It was unplugged while in use. */
	| 'unplugged'
	/** The page was not opened over HTTPS, so that browsers give no devices. */
	| 'insecure'
	| 'unknown';

/**
 * What the browser's refusal means.
 * @see https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia for the names
 */
export function deviceFailure(error: unknown): DeviceFailure {
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	const message = error instanceof Error || error instanceof DOMException ? error.message : '';
	switch (name) {
		case 'NotAllowedError':
		case 'SecurityError':
			// Only the message tells the system's refusal apart (Chromium: "Permission denied by system").
			return /system/i.test(message) ? 'deniedBySystem' : 'denied';
		case 'NotFoundError':
		case 'OverconstrainedError':
			return 'notFound';
		case 'NotReadableError':
		case 'AbortError':
			return 'inUse';
		default:
			return 'unknown';
	}
}

/** The capture devices that stay open; screen sharing is asked for anew each time. */
export type CaptureKind = 'mic' | 'camera';

export interface DeviceChoices {
	mic: string | null;
	camera: string | null;
	speaker: string | null;
}

const speechProcessing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Constraints for one device; without a choice, or when the chosen one is gone, the browser's default. */
export function captureConstraints(kind: CaptureKind, deviceId: string | null): MediaTrackConstraints {
	const chosen = deviceId ? { deviceId: { ideal: deviceId } } : {};
	if (kind === 'mic') return { ...speechProcessing, ...chosen };
	return { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 }, ...chosen };
}

/** Tells the encoder what matters: words on a screen sharp, a voice as speech. */
export const contentHint: Record<MediaSource, string> = {
	mic: 'speech',
	camera: 'motion',
	screen: 'detail',
	screenAudio: 'music',
};
