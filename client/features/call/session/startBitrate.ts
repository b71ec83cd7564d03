/** What a camera starts with, kbit/s: enough for a picture that is sharp at once; the browser adapts from there. */
export const startBitrateKbps = 1_000;

const videoCodecs = /^a=rtpmap:(\d+) (?:VP8|VP9|H264|H265|AV1)\/90000/gm;

/**
 * The other side's description with the bitrate at which our encoder starts. Chromium starts with 300 kbit/s otherwise,
 * throws the first frames away and shows a picture of 320 × 180; other browsers skip the parameter.
 * @see `x-google-start-bitrate` in WebRTC's `media/base/media_constants.h`
 */
export function withStartBitrate(sdp: string): string {
	const parameter = `x-google-start-bitrate=${startBitrateKbps}`;
	const payloadsOf = (lines: RegExp) => new Set([...sdp.matchAll(lines)].map(([, payload]) => payload));
	const codecs = payloadsOf(videoCodecs);
	const withFormat = payloadsOf(/^a=fmtp:(\d+) /gm);
	return sdp
		.replaceAll(/^a=fmtp:(\d+) .*/gm, (line, payload: string) => (codecs.has(payload) ? `${line};${parameter}` : line))
		.replaceAll(/^a=rtpmap:(\d+) .*/gm, (line, payload: string) =>
			codecs.has(payload) && !withFormat.has(payload) ? `${line}\r\na=fmtp:${payload} ${parameter}` : line,
		);
}
