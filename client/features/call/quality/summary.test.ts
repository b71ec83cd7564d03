import { expect, test } from 'vitest';
import { qualitySummary } from '../../../../shared/contract/signalling/quality.ts';
import type { Verdict } from './assess.ts';
import { QualityTally } from './summary.ts';

const good: Verdict = { level: 'good', cause: null };
const weak: Verdict = { level: 'fair', cause: 'network' };
const stuck: Verdict = { level: 'poor', cause: 'sender' };

test('adds up the worst of each moment, with its cause', () => {
	const tally = new QualityTally();
	for (let second = 0; second < 60; second += 1) tally.add(1_000, [good, good], 40);
	tally.add(4_000, [good, weak], 100);
	tally.add(6_000, [weak, stuck, good], null);
	tally.addPackets(990, 10);
	const summary = tally.summary('direct');
	expect(summary).toEqual({
		...{ goodSeconds: 60, fairSeconds: 4, poorSeconds: 6, causes: { network: 4, device: 0, sender: 6 } },
		...{ roundTripMs: 41, lostPerMille: 10, connection: 'direct' },
	});
	expect(qualitySummary.parse(summary)).toEqual(summary);
});

test('has nothing to tell of a call in which nobody else was', () => {
	expect(new QualityTally().summary(null)).toBeNull();
});
