import type { CallRecord } from '../CallRecord.ts';
import type { Peer } from '../Peer.ts';
import { handle, type Capability } from './capability.ts';

interface RecordedRoom {
	readonly record: Pick<CallRecord, 'quality'>;
}

/** To report how good the call has been on one's own device. */
export const quality = (room: RecordedRoom, peer: Peer): Capability => [
	handle('reportQuality', async (summary) => {
		await room.record.quality(peer, summary);
		return {};
	}),
];
