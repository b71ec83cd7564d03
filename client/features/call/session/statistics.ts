import { z } from 'zod';
import type { MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import { kindOf, type Reception } from './MediaPath.ts';
import type { ConnectionKind } from './state.ts';

/** What arrives from one source of one peer, counted since the path was built. */
export interface ReceptionStats {
	peerId: string;
	source: MediaSource;
	packetsReceived: number;
	bytesReceived: number;
	/** Pictures only. */
	framesDecoded: number;
	/** Sound only: grows with loudness, stays the same in silence. */
	totalAudioEnergy: number;
}

const inbound = z.object({
	type: z.literal('inbound-rtp'),
	packetsReceived: z.number().default(0),
	bytesReceived: z.number().default(0),
	framesDecoded: z.number().default(0),
	totalAudioEnergy: z.number().default(0),
	/** Of sound: samples that were decoded, and no silence that was made up for missing ones. */
	jitterBufferEmittedCount: z.number().default(0),
});
const pair = z.object({
	type: z.literal('candidate-pair'),
	state: z.string(),
	nominated: z.boolean().optional(),
	selected: z.boolean().optional(),
	localCandidateId: z.string(),
	remoteCandidateId: z.string(),
});
const candidate = z.object({ candidateType: z.string() });

/** @param peerId whom the reception is from, resolved by the caller. */
export async function readReception(reception: Reception, peerId: string): Promise<ReceptionStats> {
	const counted = inboundOf(await reception.getStats());
	return {
		...{ peerId, source: reception.source },
		packetsReceived: counted?.packetsReceived ?? 0,
		bytesReceived: counted?.bytesReceived ?? 0,
		framesDecoded: counted?.framesDecoded ?? 0,
		totalAudioEnergy: counted?.totalAudioEnergy ?? 0,
	};
}

/** Whether anything of it was decoded, so that it can be seen or heard. */
export async function hasArrived({ source, getStats }: Reception): Promise<boolean> {
	const counted = inboundOf(await getStats());
	const decoded = kindOf(source) === 'video' ? counted?.framesDecoded : counted?.jitterBufferEmittedCount;
	return (decoded ?? 0) > 0;
}

/** How media travels, read from the candidate pair in use; null while there is none. */
export function connectionKind(mode: 'direct' | 'sfu', report: RTCStatsReport): ConnectionKind | null {
	if (mode === 'sfu') return 'groupServer';
	const inUse = all(report)
		.map((entry) => pair.safeParse(entry).data)
		.find((entry) => entry?.state === 'succeeded' && (entry.nominated ?? entry.selected ?? false));
	if (!inUse) return null;
	const types = [inUse.localCandidateId, inUse.remoteCandidateId].map(
		(id) => candidate.safeParse(report.get(id)).data?.candidateType,
	);
	return types.includes('relay') ? 'relayed' : 'direct';
}

const inboundOf = (report: RTCStatsReport) =>
	all(report)
		.map((entry) => inbound.safeParse(entry).data)
		.find((entry) => entry !== undefined);

function all(report: RTCStatsReport): unknown[] {
	const entries: unknown[] = [];
	report.forEach((entry: unknown) => entries.push(entry));
	return entries;
}
