import { describe, expect, it } from 'vitest';
import type { QualitySummary } from '../contract/signalling/quality.ts';
import { combineSummaries, likelyCause, ratingOf } from './callQuality.ts';

describe('ratingOf', () => {
	it.each([
		[100, 0, 0, 'good'],
		[95, 5, 0, 'good'],
		[95, 0, 5, 'good'],
		[94, 6, 0, 'mostlyGood'],
		[51, 49, 0, 'mostlyGood'],
		[50, 50, 0, 'poor'],
		[81, 0, 19, 'mostlyGood'],
		[80, 0, 20, 'poor'],
		[0, 0, 1, 'poor'],
		[1, 0, 0, 'good'],
		[2_850, 100, 50, 'good'],
	])('%i good, %i fair and %i poor seconds are %s', (goodSeconds, fairSeconds, poorSeconds, expected) => {
		expect(ratingOf({ goodSeconds, fairSeconds, poorSeconds })).toBe(expected);
	});
});

describe('likelyCause', () => {
	it.each([
		[0, 0, 0, undefined],
		[3, 2, 1, 'network'],
		[1, 3, 2, 'device'],
		[1, 2, 3, 'sender'],
		// What the network does can be mended first.
		[2, 2, 2, 'network'],
		[0, 1, 1, 'device'],
	])('of %i s network, %i s device and %i s sender is %s', (network, device, sender, expected) => {
		expect(likelyCause({ network, device, sender })).toBe(expected);
	});
});

describe('combineSummaries', () => {
	const laptop: QualitySummary = {
		goodSeconds: 80,
		fairSeconds: 10,
		poorSeconds: 10,
		causes: { network: 20, device: 0, sender: 0 },
		roundTripMs: 40,
		lostPerMille: 10,
		connection: 'relayed',
	};
	const phone: QualitySummary = {
		goodSeconds: 300,
		fairSeconds: 0,
		poorSeconds: 0,
		causes: { network: 0, device: 1, sender: 2 },
		roundTripMs: 20,
		lostPerMille: 0,
		connection: 'direct',
	};

	it('leaves one as it is', () => {
		expect(combineSummaries([laptop])).toEqual(laptop);
	});

	it('adds up time, weighs means by it, and keeps the latest way', () => {
		expect(combineSummaries([laptop, phone])).toEqual({
			goodSeconds: 380,
			fairSeconds: 10,
			poorSeconds: 10,
			causes: { network: 20, device: 1, sender: 2 },
			roundTripMs: 25,
			lostPerMille: 3,
			connection: 'direct',
		});
	});

	it('passes over what could not be measured', () => {
		const unmeasured = { ...phone, roundTripMs: null, connection: null };
		expect(combineSummaries([laptop, unmeasured])).toMatchObject({ roundTripMs: 40, connection: 'relayed' });
		expect(combineSummaries([unmeasured])).toMatchObject({ roundTripMs: null, connection: null });
	});
});
