import type { QualitySummary } from '../../shared/contract/signalling/quality.ts';

/** What a device reports that had little to complain about. */
export const goodCall: QualitySummary = {
	goodSeconds: 570,
	fairSeconds: 20,
	poorSeconds: 10,
	causes: { network: 25, device: 5, sender: 0 },
	roundTripMs: 38,
	lostPerMille: 3,
	connection: 'direct',
};
