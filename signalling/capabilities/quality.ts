import type { QualitySummary } from '../../shared/contract/signalling/quality.ts';
import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface JudgedRoom {
	reportQuality(peer: Peer, summary: QualitySummary): Promise<void>;
}

/** To report how good the call has been on one's own device. */
export const quality = (room: JudgedRoom, peer: Peer): Capability => [
	handle('reportQuality', async (summary) => {
		await room.reportQuality(peer, summary);
		return {};
	}),
];
