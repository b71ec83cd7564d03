import type { QualityCause } from '../../../../shared/contract/signalling/quality.ts';
import type { Reading, Sending } from './reading.ts';

export type QualityLevel = 'good' | 'fair' | 'poor';

/** How good somebody's sound and picture are here, and the likely cause where they are not good. */
export type Verdict = { level: 'good'; cause: null } | { level: 'fair' | 'poor'; cause: QualityCause };

/** What happened between two readings. Shares are from 0 to 1. */
export interface Interval {
	lost: number;
	concealed: number;
	dropped: number;
	frozen: number;
	jitterMs: number;
	framesPerSecond: number;
	kilobitsPerSecond: number;
}

const good: Verdict = { level: 'good', cause: null };

/** Null where they cannot be compared, as when a new path has begun to count anew. */
export function intervalOf(before: Reading, after: Reading): Interval | null {
	const ms = after.at - before.at;
	const change = (value: (reading: Reading) => number) => Math.max(0, value(after) - value(before));
	if (ms <= 0 || after.packetsReceived < before.packetsReceived) return null;
	const lost = change(({ packetsLost }) => packetsLost);
	const dropped = change(({ framesDropped }) => framesDropped);
	const decoded = change(({ framesDecoded }) => framesDecoded);
	return {
		lost: share(lost, lost + change(({ packetsReceived }) => packetsReceived)),
		concealed: share(
			change(({ concealedSamples }) => concealedSamples),
			change(({ totalSamples }) => totalSamples),
		),
		dropped: share(dropped, dropped + decoded),
		frozen: Math.min(1, change(({ frozenMs }) => frozenMs) / ms),
		jitterMs: after.jitterMs,
		framesPerSecond: (decoded * 1_000) / ms,
		kilobitsPerSecond: (change(({ bytesReceived }) => bytesReceived) * 8) / ms,
	};
}

/**
 * What arrives of somebody: `fair` from where a conversation begins to suffer, `poor` from where it becomes hard. For
 * the delay that is 150 and 400 ms one way, by ITU-T G.114.
 * @param roundTripMs to the other end of the transport: the person on the direct path, otherwise the media server
 * @param pictureExpected their camera is on and shown here
 */
export function assessReceived(
	interval: Interval,
	{ roundTripMs, pictureExpected }: { roundTripMs: number | null; pictureExpected: boolean },
): Verdict {
	const network = worst(
		grade(interval.lost, 0.02, 0.08),
		grade(interval.jitterMs, 60, 150),
		grade(roundTripMs ?? 0, 300, 800),
	);
	const device = grade(interval.dropped, 0.15, 0.4);
	const noPicture = pictureExpected && interval.framesPerSecond === 0;
	const shown = worst(
		grade(interval.frozen, 0.1, 0.3),
		grade(interval.concealed, 0.05, 0.15),
		noPicture ? 'poor' : 'good',
	);
	// Whatever is wrong on the way here shows in the picture as well, and so does a device that cannot keep up.
	const cause = network === 'good' ? (device === 'good' ? 'sender' : 'device') : 'network';
	return verdict(worst(network, device, shown), cause);
}

/** What leaves this device. */
export function assessSent({ lost, availableBitrate, limitedByDevice }: Sending): Verdict {
	const network = worst(
		grade(lost, 0.02, 0.08),
		availableBitrate === null ? 'good' : grade(-availableBitrate, -300_000, -120_000),
	);
	const device = limitedByDevice ? 'fair' : 'good';
	return verdict(worst(network, device), network === 'good' ? 'device' : 'network');
}

export const worst = (...levels: readonly QualityLevel[]): QualityLevel =>
	levels.includes('poor') ? 'poor' : levels.includes('fair') ? 'fair' : 'good';

/**
 * What is shown after the newest verdicts, newest last: a moment's trouble changes nothing, and neither does a
 * moment without it.
 */
export function settled(shown: Verdict, newest: readonly Verdict[]): Verdict {
	const last = newest.at(-1) ?? shown;
	const isWorse = worst(last.level, shown.level) === last.level && last.level !== 'good';
	const needed = isWorse ? 2 : 3;
	const recent = newest.slice(-needed);
	const isSteady =
		recent.length === needed && recent.every(({ level }) => level === last.level || (isWorse && level !== 'good'));
	return isSteady ? last : shown;
}

const verdict = (level: QualityLevel, cause: QualityCause): Verdict => (level === 'good' ? good : { level, cause });

function grade(value: number, fairFrom: number, poorFrom: number): QualityLevel {
	if (value >= poorFrom) return 'poor';
	return value >= fairFrom ? 'fair' : 'good';
}

const share = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, part / whole));
