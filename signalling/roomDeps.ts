import type { KeySuite } from '../shared/contract/signalling/keys.ts';
import type { ActivityLog } from './ActivityLog.ts';
import type { CallBackend, Log, MediaServer, Schedule } from './ports.ts';
import type { Room } from './Room.ts';

/** What a room needs of the world around it. */
export interface RoomDeps {
	backend: Omit<CallBackend, 'readCallTicket' | 'readWorkstationTicket'>;
	media: MediaServer;
	activity: ActivityLog;
	/** For the group of keys of each call. */
	keySuite: KeySuite;
	now: () => Date;
	randomUUID: () => string;
	schedule: Schedule;
	log: Log;
	/** The queue at this professional's door changed. */
	waitingChanged: (professionalId: string) => void;
	/** Nobody is left; `ended` when the host ended the call for all. */
	closed: (room: Room, ended: boolean) => void;
}
