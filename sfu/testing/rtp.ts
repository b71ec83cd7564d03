import { randomInt } from 'node:crypto';

const ssrc = () => randomInt(1, 2 ** 32 - 1);

/** What a browser says of a microphone's Opus stream. */
export const opusParameters = () => ({
	mid: '0',
	codecs: [
		{
			mimeType: 'audio/opus',
			payloadType: 111,
			clockRate: 48_000,
			channels: 2,
			parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
			rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
		},
	],
	headerExtensions: [
		{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 },
		{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1 },
	],
	encodings: [{ ssrc: ssrc(), dtx: true }],
	rtcp: { cname: 'test', reducedSize: true },
});

/** What a browser says of a camera's VP8 stream in three sizes. */
export const simulcastParameters = () => ({
	mid: '1',
	codecs: [
		{
			mimeType: 'video/VP8',
			payloadType: 96,
			clockRate: 90_000,
			parameters: {},
			rtcpFeedback: [
				{ type: 'nack', parameter: '' },
				{ type: 'nack', parameter: 'pli' },
			],
		},
		{ mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 }, rtcpFeedback: [] },
	],
	headerExtensions: [
		{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 },
		{ uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 10 },
	],
	encodings: ['r0', 'r1', 'r2'].map((rid) => ({ rid, maxBitrate: 500_000, scalabilityMode: 'L1T3' })),
	rtcp: { cname: 'test', reducedSize: true },
});

/** A browser's DTLS end; its certificate does not exist. */
export const dtlsParameters = () => ({
	role: 'client',
	fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
});
