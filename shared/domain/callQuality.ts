import type { QualityCause, QualitySummary } from '../contract/signalling/quality.ts';

type Seconds = Pick<QualitySummary, 'goodSeconds' | 'fairSeconds' | 'poorSeconds'>;

/** For how many seconds there was something to measure. */
export const measuredSeconds = ({ goodSeconds, fairSeconds, poorSeconds }: Seconds): number =>
	goodSeconds + fairSeconds + poorSeconds;

/** How a call was as a whole. */
export type CallRating = 'good' | 'mostlyGood' | 'poor';

/** A few bad moments in a visit are forgotten; this share of it is not. */
const goodUpTo = 0.05;
/** From here on people speak of the connection and not of what they came for. */
const poorFrom = { poor: 0.2, poorOrFair: 0.5 };

/** One word for a call of which at least a second was measured. */
export function ratingOf(seconds: Seconds): CallRating {
	const { fairSeconds, poorSeconds } = seconds;
	const measured = measuredSeconds(seconds);
	const poor = poorSeconds / measured;
	const poorOrFair = (poorSeconds + fairSeconds) / measured;
	if (poor >= poorFrom.poor || poorOrFair >= poorFrom.poorOrFair) return 'poor';
	return poorOrFair <= goodUpTo ? 'good' : 'mostlyGood';
}

/** What most of the fair and the poor time came from; undefined where that is not known. */
export function likelyCause({ network, device, sender }: QualitySummary['causes']): QualityCause | undefined {
	const most = Math.max(network, device, sender);
	if (most === 0) return undefined;
	if (network === most) return 'network';
	return device === most ? 'device' : 'sender';
}

/**
 * One person's devices and connections as one, oldest first. Means weigh as long as they were measured, so each summary
 * has at least a second.
 */
export function combineSummaries(summaries: readonly QualitySummary[]): QualitySummary {
	const sum = (valueOf: (summary: QualitySummary) => number) =>
		summaries.reduce((total, summary) => total + valueOf(summary), 0);
	const withRoundTrip = summaries.flatMap(({ roundTripMs, ...seconds }) =>
		roundTripMs === null ? [] : [{ value: roundTripMs, weight: measuredSeconds(seconds) }],
	);
	const loss = summaries.map((summary) => ({ value: summary.lostPerMille, weight: measuredSeconds(summary) }));
	return {
		goodSeconds: sum(({ goodSeconds }) => goodSeconds),
		fairSeconds: sum(({ fairSeconds }) => fairSeconds),
		poorSeconds: sum(({ poorSeconds }) => poorSeconds),
		causes: {
			network: sum(({ causes }) => causes.network),
			device: sum(({ causes }) => causes.device),
			sender: sum(({ causes }) => causes.sender),
		},
		roundTripMs: withRoundTrip.length === 0 ? null : weightedMean(withRoundTrip),
		lostPerMille: weightedMean(loss),
		connection: summaries.findLast(({ connection }) => connection !== null)?.connection ?? null,
	};
}

function weightedMean(values: readonly { value: number; weight: number }[]): number {
	const weights = values.reduce((total, { weight }) => total + weight, 0);
	return Math.round(values.reduce((total, { value, weight }) => total + value * weight, 0) / weights);
}
