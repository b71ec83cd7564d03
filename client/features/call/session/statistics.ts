import { z } from 'zod';
import type { Reception } from './MediaPath.ts';
import type { ConnectionKind } from './state.ts';

const pair = z.object({
	type: z.literal('candidate-pair'),
	state: z.string(),
	nominated: z.boolean().optional(),
	selected: z.boolean().optional(),
	localCandidateId: z.string(),
	remoteCandidateId: z.string(),
});
const candidate = z.object({ candidateType: z.string() });

/** Counts what was decoded, of pictures and of sound; not the silence that is made up for missing samples. */
const decoded = z.object({
	type: z.literal('inbound-rtp'),
	framesDecoded: z.number().default(0),
	kind: z.enum(['audio', 'video']),
	jitterBufferEmittedCount: z.number().default(0),
});

/** Whether something of it was decoded, so that it can be seen or heard. */
export async function hasArrived({ getStats }: Reception): Promise<boolean> {
	const counts = all(await getStats()).map((entry) => decoded.safeParse(entry).data);
	return counts.some(
		(count) => count && (count.kind === 'video' ? count.framesDecoded : count.jitterBufferEmittedCount) > 0,
	);
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
