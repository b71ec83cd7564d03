import type { types } from 'mediasoup';

/**
 * What calls are coded with. Opus pauses in silence (DTX) and repairs loss (FEC); RED is left out because it breaks
 * encrypted audio between Firefox and Chromium. VP8 stands first: its key-frame bit can stay readable when the frame
 * itself is encrypted end to end. VP9 is there for browsers that prefer it.
 */
export const mediaCodecs: types.RouterRtpCodecCapability[] = [
	{
		kind: 'audio',
		mimeType: 'audio/opus',
		clockRate: 48_000,
		channels: 2,
		parameters: { usedtx: 1, useinbandfec: 1 },
	},
	{ kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
	{ kind: 'video', mimeType: 'video/VP9', clockRate: 90_000, parameters: { 'profile-id': 0 } },
];
