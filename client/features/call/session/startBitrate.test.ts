import { expect, test } from 'vitest';
import { withStartBitrate } from './startBitrate.ts';

const lines = (...all: string[]) => all.join('\r\n');

test('every video codec starts at the bitrate, whether or not it has parameters', () => {
	const offer = lines(
		'm=audio 9 UDP/TLS/RTP/SAVPF 111',
		'a=rtpmap:111 opus/48000/2',
		'a=fmtp:111 minptime=10',
		'm=video 9 UDP/TLS/RTP/SAVPF 96 97 102',
		'a=rtpmap:96 VP8/90000',
		'a=rtpmap:97 rtx/90000',
		'a=fmtp:97 apt=96',
		'a=rtpmap:102 H264/90000',
		'a=fmtp:102 packetization-mode=1',
		'',
	);
	expect(withStartBitrate(offer).split('\r\n')).toEqual([
		'm=audio 9 UDP/TLS/RTP/SAVPF 111',
		'a=rtpmap:111 opus/48000/2',
		'a=fmtp:111 minptime=10',
		'm=video 9 UDP/TLS/RTP/SAVPF 96 97 102',
		'a=rtpmap:96 VP8/90000',
		'a=fmtp:96 x-google-start-bitrate=1000',
		'a=rtpmap:97 rtx/90000',
		'a=fmtp:97 apt=96',
		'a=rtpmap:102 H264/90000',
		'a=fmtp:102 packetization-mode=1;x-google-start-bitrate=1000',
		'',
	]);
});
