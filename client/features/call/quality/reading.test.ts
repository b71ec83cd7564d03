import { expect, test } from 'vitest';
import { readingOf, sendingOf, transportOf } from './reading.ts';

const report = (...entries: object[]): RTCStatsReport => new Map(entries.map((entry, index) => [String(index), entry]));

test('adds up sound and picture of one person, and does without what a browser does not count', () => {
	const sound = report({
		...{ type: 'inbound-rtp', packetsReceived: 100, packetsLost: 1, bytesReceived: 9_000, jitter: 0.004 },
		...{ concealedSamples: 500, silentConcealedSamples: 200, totalSamplesReceived: 96_000 },
	});
	const picture = report(
		{ type: 'codec' },
		{ type: 'inbound-rtp', packetsReceived: 300, framesDecoded: 30, jitter: 0.02, frameWidth: 640, frameHeight: 360 },
	);
	expect(readingOf([sound, picture], 7)).toEqual({
		...{ at: 7, packetsReceived: 400, packetsLost: 1, bytesReceived: 9_000, concealedSamples: 300 },
		...{
			totalSamples: 96_000,
			framesDecoded: 30,
			framesDropped: 0,
			frozenMs: 0,
			jitterMs: 20,
			width: 640,
			height: 360,
		},
	});
	expect(readingOf([report()], 8)).toMatchObject({ at: 8, packetsReceived: 0, jitterMs: 0 });
});

test('takes the pair in use for the way there and back', () => {
	const waiting = { type: 'candidate-pair', state: 'in-progress', currentRoundTripTime: 0.001 };
	const inUse = { type: 'candidate-pair', state: 'succeeded', currentRoundTripTime: 0.05 };
	const cipher = { type: 'transport', srtpCipher: 'AEAD_AES_256_GCM' };
	expect(transportOf(report(waiting, inUse, cipher))).toEqual({ roundTripMs: 50, srtpCipher: 'AEAD_AES_256_GCM' });
	expect(transportOf(report(waiting))).toEqual({ roundTripMs: null, srtpCipher: null });
});

test('tells what the others lose of ours, what the network carries, and what the device cannot do', () => {
	expect(
		sendingOf(
			report(
				{ type: 'remote-inbound-rtp', fractionLost: 0.01 },
				{ type: 'remote-inbound-rtp', fractionLost: 0.04 },
				{ type: 'candidate-pair', availableOutgoingBitrate: 250_000 },
				{ type: 'outbound-rtp', qualityLimitationReason: 'none' },
				{ type: 'outbound-rtp', qualityLimitationReason: 'cpu' },
			),
		),
	).toEqual({ lost: 0.04, availableBitrate: 250_000, limitedByDevice: true });
	expect(sendingOf(report())).toEqual({ lost: 0, availableBitrate: null, limitedByDevice: false });
});
