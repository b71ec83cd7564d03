import { z } from 'zod';
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
