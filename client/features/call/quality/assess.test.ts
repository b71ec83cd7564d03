import { describe, expect, test } from 'vitest';
import { assessReceived, assessSent, intervalOf, settled, type Interval, type Verdict } from './assess.ts';
import type { Reading } from './reading.ts';

const quiet: Interval = {
	...{ lost: 0, concealed: 0, dropped: 0, frozen: 0, jitterMs: 5, framesPerSecond: 15, kilobitsPerSecond: 900 },
};
const near = { roundTripMs: 40, pictureExpected: true };

describe('what arrives', () => {
	test.each<[string, Partial<Interval>, Partial<typeof near>, Verdict['level'], Verdict['cause']]>([
		['nothing wrong', {}, {}, 'good', null],
		['a little loss', { lost: 0.03 }, {}, 'fair', 'network'],
		['much loss, which freezes the picture as well', { lost: 0.1, frozen: 0.5, dropped: 0.2 }, {}, 'poor', 'network'],
		['jitter', { jitterMs: 80 }, {}, 'fair', 'network'],
		['a long way', {}, { roundTripMs: 900 }, 'poor', 'network'],
		['pictures thrown away here', { dropped: 0.5, frozen: 0.2 }, {}, 'poor', 'device'],
		['a picture that stands still, with nothing lost on the way', { frozen: 0.15 }, {}, 'fair', 'sender'],
		['sound made up, with nothing lost on the way', { concealed: 0.2 }, {}, 'poor', 'sender'],
		['no picture although their camera is on', { framesPerSecond: 0 }, {}, 'poor', 'sender'],
		['no picture, as none is shown', { framesPerSecond: 0 }, { pictureExpected: false }, 'good', null],
	])('%s', (_, change, circumstances, level, cause) => {
		expect(assessReceived({ ...quiet, ...change }, { ...near, ...circumstances })).toEqual({ level, cause });
	});
});

test.each([
	[
		{ lost: 0, availableBitrate: 2_000_000, limitedByDevice: false },
		{ level: 'good', cause: null },
	],
	[
		{ lost: 0, availableBitrate: null, limitedByDevice: false },
		{ level: 'good', cause: null },
	],
	[
		{ lost: 0.05, availableBitrate: null, limitedByDevice: true },
		{ level: 'fair', cause: 'network' },
	],
	[
		{ lost: 0, availableBitrate: 100_000, limitedByDevice: false },
		{ level: 'poor', cause: 'network' },
	],
	[
		{ lost: 0, availableBitrate: 900_000, limitedByDevice: true },
		{ level: 'fair', cause: 'device' },
	],
])('what leaves: %o', (sending, verdict) => {
	expect(assessSent(sending)).toEqual(verdict);
});

describe('between two readings', () => {
	const first: Reading = {
		...{ at: 1_000, packetsReceived: 100, packetsLost: 10, bytesReceived: 50_000, concealedSamples: 0 },
		...{
			totalSamples: 48_000,
			framesDecoded: 30,
			framesDropped: 0,
			frozenMs: 100,
			jitterMs: 3,
			width: 640,
			height: 360,
		},
	};

	test('counts what happened in that time', () => {
		const second = {
			...first,
			...{ at: 3_000, packetsReceived: 190, packetsLost: 20, bytesReceived: 300_000, concealedSamples: 9_600 },
			...{ totalSamples: 144_000, framesDecoded: 57, framesDropped: 3, frozenMs: 600, jitterMs: 8 },
		};
		expect(intervalOf(first, second)).toEqual({
			...{ lost: 0.1, concealed: 0.1, dropped: 0.1, frozen: 0.25, jitterMs: 8 },
			...{ framesPerSecond: 13.5, kilobitsPerSecond: 1_000 },
		});
	});

	test('says nothing where the path began to count anew', () => {
		expect(intervalOf(first, { ...first, at: 3_000, packetsReceived: 5 })).toBeNull();
		expect(intervalOf(first, first)).toBeNull();
	});

	test('a packet that was thought lost and came late is no gain', () => {
		expect(intervalOf(first, { ...first, at: 3_000, packetsLost: 8 })?.lost).toBe(0);
	});
});

describe('what is shown', () => {
	const good: Verdict = { level: 'good', cause: null };
	const fair: Verdict = { level: 'fair', cause: 'network' };
	const poor: Verdict = { level: 'poor', cause: 'network' };
	test.each<[string, Verdict, Verdict[], Verdict]>([
		['a moment of trouble changes nothing', good, [good, good, poor], good],
		['trouble that lasts is shown', good, [good, fair, poor], poor],
		['it gets worse', fair, [fair, poor, poor], poor],
		['a moment without it changes nothing', poor, [poor, good, good], poor],
		['it is over when it has been', poor, [good, good, good], good],
		['it gets better', poor, [fair, fair, fair], fair],
		['nothing is known yet', good, [], good],
	])('%s', (_, shown, newest, expected) => {
		expect(settled(shown, newest)).toEqual(expected);
	});
});
