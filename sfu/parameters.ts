import type { types } from 'mediasoup';
import { z } from 'zod';

/*
 * The parts of mediasoup's parameters that come from browsers, with the number ranges of the wire formats: the worker
 * reads them from fixed-width fields. Whether they make sense together is for mediasoup to judge.
 */
const uint = (bits: number) =>
	z
		.number()
		.int()
		.min(0)
		.max(2 ** bits - 1);
const text = z.string().max(256);
const options = z.record(z.string().max(64), z.union([z.string().max(256), z.number(), z.boolean()]));
const kind = z.enum(['audio', 'video']);
const extensionUri = z.custom<types.RtpHeaderExtensionUri>((uri) => text.safeParse(uri).success);
const rtcpFeedback = z.array(z.object({ type: text, parameter: text.exactOptional() })).max(16);

const codec = z.object({
	mimeType: text,
	clockRate: uint(32),
	channels: uint(8).exactOptional(),
	parameters: options.exactOptional(),
	rtcpFeedback: rtcpFeedback.exactOptional(),
});

/** What a browser sends, as it describes it. */
export const rtpParameters = z.object({
	mid: z.string().min(1).max(8).exactOptional(),
	msid: text.exactOptional(),
	codecs: z.array(codec.extend({ payloadType: uint(7) })).max(32),
	headerExtensions: z
		.array(
			z.object({
				uri: extensionUri,
				id: z.number().int().min(1).max(14),
				encrypt: z.boolean().exactOptional(),
				parameters: options.exactOptional(),
			}),
		)
		.max(32)
		.exactOptional(),
	encodings: z
		.array(
			z.object({
				ssrc: uint(32).exactOptional(),
				rid: z.string().min(1).max(8).exactOptional(),
				codecPayloadType: uint(7).exactOptional(),
				rtx: z.object({ ssrc: uint(32) }).exactOptional(),
				dtx: z.boolean().exactOptional(),
				scalabilityMode: z.string().max(16).exactOptional(),
				maxBitrate: uint(32).exactOptional(),
			}),
		)
		.max(4)
		.exactOptional(),
	rtcp: z.object({ cname: text.exactOptional(), reducedSize: z.boolean().exactOptional() }).exactOptional(),
});

/** What a browser can receive. */
export const rtpCapabilities = z.object({
	codecs: z
		.array(codec.extend({ kind, preferredPayloadType: uint(7) }))
		.max(64)
		.exactOptional(),
	headerExtensions: z
		.array(
			z.object({
				kind,
				uri: extensionUri,
				preferredId: z.number().int().min(1).max(14),
				preferredEncrypt: z.boolean().exactOptional(),
				direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).exactOptional(),
			}),
		)
		.max(64)
		.exactOptional(),
});

/** The browser's end of the DTLS connection. */
export const dtlsParameters = z.object({
	role: z.enum(['auto', 'client', 'server']).exactOptional(),
	fingerprints: z
		.array(
			z.object({
				algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
				value: z.string().regex(/^[\dA-F]{2}(:[\dA-F]{2}){19,63}$/i),
			}),
		)
		.min(1)
		.max(8),
});
