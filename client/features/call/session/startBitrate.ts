/** What a camera starts with, kbit/s: enough for a picture that is sharp at once; the browser adapts from there. */
export const startBitrateKbps = 1_000;

const videoCodec = /^a=rtpmap:(\d+) (?:VP8|VP9|H264|H265|AV1)\/90000$/;

/**
 * The other side's description with the bitrate at which our encoder starts. Chromium starts with 300 kbit/s otherwise,
 * throws the first frames away and shows a picture of 320 × 180; other browsers skip the parameter.
 * @see `x-google-start-bitrate` in WebRTC's `media/base/media_constants.h`
 */
export function withStartBitrate(sdp: string): string {
	const lines = sdp.split('\r\n');
	const parameter = `x-google-start-bitrate=${startBitrateKbps}`;
	const hasFormat = (payload: string) => lines.some((line) => line.startsWith(`a=fmtp:${payload} `));
	const payloads = lines.flatMap((line) => videoCodec.exec(line)?.[1] ?? []);
	return lines
		.map((line) => {
			const payload = payloads.find((known) => line.startsWith(`a=fmtp:${known} `) || isMapOf(known, line));
			if (payload === undefined) return line;
			if (!isMapOf(payload, line)) return `${line};${parameter}`;
			return hasFormat(payload) ? line : `${line}\r\na=fmtp:${payload} ${parameter}`;
		})
		.join('\r\n');
}

const isMapOf = (payload: string, line: string) => line.startsWith(`a=rtpmap:${payload} `);
