import { z } from 'zod';
import type { MediaSource } from '../../../../shared/contract/signalling/peer.ts';
import type { Reception } from './MediaPath.ts';
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
	const report = await reception.getStats();
	const nothing = { packetsReceived: 0, bytesReceived: 0, framesDecoded: 0, totalAudioEnergy: 0 };
	const counted = all(report)
		.map((entry) => inbound.safeParse(entry).data)
		.find((entry) => entry !== undefined);
	const { type: _, ...counts } = counted ?? { type: null, ...nothing };
	return { peerId, source: reception.source, ...counts };
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

function all(report: RTCStatsReport): unknown[] {
	const entries: unknown[] = [];
	report.forEach((entry: unknown) => entries.push(entry));
	return entries;
}
