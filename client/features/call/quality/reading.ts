import { z } from 'zod';

/** What has arrived from one person, counted since the path was built. Shares are made of two of these. */
export interface Reading {
	/** ms, on a clock that never goes back. */
	at: number;
	packetsReceived: number;
	packetsLost: number;
	bytesReceived: number;
	/** Sound that had to be made up, without what was made up of silence; and all of it, in samples. */
	concealedSamples: number;
	totalSamples: number;
	framesDecoded: number;
	framesDropped: number;
	/** How long pictures stood still, in ms. */
	frozenMs: number;
	/** The larger one of sound and picture, in ms, as of now. */
	jitterMs: number;
	/** Of the picture, as of now; 0 without one. */
	width: number;
	height: number;
}

const count = z.number().default(0);
// https://www.w3.org/TR/webrtc-stats/#inboundrtpstats-dict* ; browsers leave out what they do not count.
const inbound = z.object({
	type: z.literal('inbound-rtp'),
	packetsReceived: count,
	packetsLost: count,
	bytesReceived: count,
	concealedSamples: count,
	silentConcealedSamples: count,
	totalSamplesReceived: count,
	framesDecoded: count,
	framesDropped: count,
	/** In seconds, as jitter is. */
	totalFreezesDuration: count,
	jitter: count,
	frameWidth: count,
	frameHeight: count,
});

/** Adds up what the reports of one person's sources say. */
export function readingOf(reports: readonly RTCStatsReport[], at: number): Reading {
	const all = reports.flatMap(entriesOf).flatMap((entry) => inbound.safeParse(entry).data ?? []);
	const sum = (value: (entry: z.infer<typeof inbound>) => number) =>
		all.reduce((total, entry) => total + value(entry), 0);
	const most = (value: (entry: z.infer<typeof inbound>) => number) => Math.max(0, ...all.map(value));
	return {
		at,
		packetsReceived: sum((entry) => entry.packetsReceived),
		packetsLost: sum((entry) => entry.packetsLost),
		bytesReceived: sum((entry) => entry.bytesReceived),
		concealedSamples: sum((entry) => entry.concealedSamples - entry.silentConcealedSamples),
		totalSamples: sum((entry) => entry.totalSamplesReceived),
		framesDecoded: sum((entry) => entry.framesDecoded),
		framesDropped: sum((entry) => entry.framesDropped),
		frozenMs: sum((entry) => entry.totalFreezesDuration * 1_000),
		jitterMs: most((entry) => entry.jitter * 1_000),
		width: most((entry) => entry.frameWidth),
		height: most((entry) => entry.frameHeight),
	};
}

const pair = z.object({
	type: z.literal('candidate-pair'),
	state: z.literal('succeeded'),
	/** In seconds. */
	currentRoundTripTime: z.number(),
});
const transport = z.object({ type: z.literal('transport'), srtpCipher: z.string() });

/** The way that media takes, below the encryption from end to end. */
export interface Transport {
	/** ms to its other end and back; null where that is not known. */
	roundTripMs: number | null;
	/** As the browser names it; null where it does not. */
	srtpCipher: string | null;
}

export function transportOf(report: RTCStatsReport): Transport {
	const entries = entriesOf(report);
	const times = entries.flatMap((entry) => pair.safeParse(entry).data?.currentRoundTripTime ?? []);
	return {
		roundTripMs: times.length === 0 ? null : Math.min(...times) * 1_000,
		srtpCipher: entries.flatMap((entry) => transport.safeParse(entry).data?.srtpCipher ?? [])[0] ?? null,
	};
}

/** How what we send leaves this device. */
export interface Sending {
	/** Of the last second's packets, as the other end says; 0 to 1. */
	lost: number;
	/** What the network could carry, in bit/s; null where the browser does not say. */
	availableBitrate: number | null;
	/** The encoder makes less of the picture because the device cannot keep up. */
	limitedByDevice: boolean;
}

const remoteInbound = z.object({ type: z.literal('remote-inbound-rtp'), fractionLost: z.number() });
const bandwidth = z.object({ type: z.literal('candidate-pair'), availableOutgoingBitrate: z.number() });
const outbound = z.object({ type: z.literal('outbound-rtp'), qualityLimitationReason: z.literal('cpu') });

export function sendingOf(report: RTCStatsReport): Sending {
	const entries = entriesOf(report);
	const lost = entries.flatMap((entry) => remoteInbound.safeParse(entry).data?.fractionLost ?? []);
	const bitrates = entries.flatMap((entry) => bandwidth.safeParse(entry).data?.availableOutgoingBitrate ?? []);
	return {
		lost: Math.max(0, ...lost),
		availableBitrate: bitrates.length === 0 ? null : Math.max(...bitrates),
		limitedByDevice: entries.some((entry) => outbound.safeParse(entry).success),
	};
}

function entriesOf(report: RTCStatsReport): unknown[] {
	const entries: unknown[] = [];
	report.forEach((entry: unknown) => entries.push(entry));
	return entries;
}
