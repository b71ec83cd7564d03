import type { types } from 'mediasoup';

/** Lowest layers of several pictures and their sound; bits per second. */
const floorBitrate = 600_000;
/** Until what was on its way when the old path went has been counted, and forgotten. */
const floorMs = 3_000;

/**
 * On a new path (another network, a connection made again) mediasoup takes all that was on its way on the old one for
 * lost: its estimate of the bandwidth falls to what no picture fits in, and grows from there by 8 % a second. It is
 * held up for a moment; then what the new path really carries decides.
 */
export function keepEstimate(transport: types.WebRtcTransport): void {
	let ending: NodeJS.Timeout | undefined;
	const setFloor = (bitrate: number) => {
		// Fails only for a transport that is closed meanwhile.
		transport.setMinOutgoingBitrate(bitrate).catch(() => undefined);
	};
	transport.on('iceselectedtuplechange', () => {
		clearTimeout(ending);
		setFloor(floorBitrate);
		ending = setTimeout(setFloor, floorMs, 0);
	});
	transport.observer.once('close', () => clearTimeout(ending));
}
