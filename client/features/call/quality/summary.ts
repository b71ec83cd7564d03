import type { QualityCause, QualitySummary } from '../../../../shared/contract/signalling/quality.ts';
import { worst, type Verdict } from './assess.ts';

/** Adds up how good a call was on this device, from the first moment with somebody else. */
export class QualityTally {
	readonly #ms = { good: 0, fair: 0, poor: 0 };
	readonly #causes: Record<QualityCause, number> = { network: 0, device: 0, sender: 0 };
	readonly #packets = { received: 0, lost: 0 };
	readonly #roundTrips = { sum: 0, count: 0 };

	/** @param verdicts of everybody at this moment: the worst one counts */
	add(ms: number, verdicts: readonly Verdict[], roundTripMs: number | null): void {
		const level = worst(...verdicts.map((verdict) => verdict.level));
		this.#ms[level] += ms;
		const cause = verdicts.find((verdict) => verdict.level === level)?.cause;
		if (cause) this.#causes[cause] += ms;
		if (roundTripMs === null) return;
		this.#roundTrips.sum += roundTripMs;
		this.#roundTrips.count += 1;
	}

	addPackets(received: number, lost: number): void {
		this.#packets.received += received;
		this.#packets.lost += lost;
	}

	/** Null as long as there is nothing to tell. */
	summary(connection: QualitySummary['connection']): QualitySummary | null {
		const { good, fair, poor } = this.#ms;
		if (good + fair + poor < 1_000) return null;
		const { network, device, sender } = this.#causes;
		const { received, lost } = this.#packets;
		const { sum, count } = this.#roundTrips;
		return {
			goodSeconds: seconds(good),
			fairSeconds: seconds(fair),
			poorSeconds: seconds(poor),
			causes: { network: seconds(network), device: seconds(device), sender: seconds(sender) },
			roundTripMs: count === 0 ? null : Math.min(60_000, Math.round(sum / count)),
			lostPerMille: received + lost === 0 ? 0 : Math.round((lost * 1_000) / (received + lost)),
			connection,
		};
	}
}

/** What a call may last at most in the contract is a day. */
const seconds = (ms: number): number => Math.min(86_400, Math.round(ms / 1_000));
