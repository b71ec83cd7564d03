import { firstSpatialLayer } from '../../../../shared/contract/signalling/notifications.ts';

const cameraLayers = [
	{ rid: 'q', scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
	{ rid: 'h', scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
	{ rid: 'f', scaleResolutionDownBy: 1, maxBitrate: 1_700_000, scalabilityMode: 'L1T3' },
] satisfies RTCRtpEncodingParameters[] & { scalabilityMode: string }[];

/**
 * The camera's simulcast layers, smallest first. What is above the first ones is off until the server says
 * that somebody watches it.
 */
export const cameraEncodings = cameraLayers.map((encoding, layer) => ({
	...encoding,
	active: layer <= firstSpatialLayer,
}));

/** A screen's words have to stay sharp: one layer, few frames. */
export const screenEncodings = [{ maxBitrate: 2_500_000, scalabilityMode: 'L1T3' }];

export interface Layers {
	spatialLayer: number;
	temporalLayer: number;
}

/**
 * The smallest layer that still looks sharp in a tile: a layer may be stretched by a third before anybody sees it.
 * @param pixels height of the tile in physical pixels; the layers are 180, 360 and 720 high
 * @returns null when the tile is not seen: nothing should be sent at all
 */
export function layersFor(pixels: number): Layers | null {
	if (pixels <= 0) return null;
	if (pixels <= 240) return { spatialLayer: 0, temporalLayer: 2 };
	if (pixels <= 480) return { spatialLayer: 1, temporalLayer: 2 };
	return { spatialLayer: 2, temporalLayer: 2 };
}
