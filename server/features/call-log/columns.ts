import type { CallLog } from '../../../shared/contract/callLog.ts';
import type { EncryptionState } from '../../../shared/contract/signalling/activity.ts';
import type { Departure } from '../../../shared/contract/signalling/notifications.ts';
import type { CallChangeKind, CallDeparture } from '../../adapters/prisma/generated/client.ts';

/** How the end of a stay is called in the database. */
export const departureColumn = {
	left: 'LEFT',
	lost: 'LOST',
	removed: 'REMOVED',
	replaced: 'REPLACED',
	ended: 'ENDED',
	cancelled: 'CANCELLED',
} as const satisfies Record<Departure, CallDeparture>;

export const departureOf = {
	LEFT: 'left',
	LOST: 'lost',
	REMOVED: 'removed',
	REPLACED: 'replaced',
	ENDED: 'ended',
	CANCELLED: 'cancelled',
} as const satisfies Record<CallDeparture, Departure>;

/** How what a call became is called there. */
export const kindColumn = {
	alone: 'ALONE',
	direct: 'DIRECT',
	relayed: 'RELAYED',
	groupServer: 'GROUP_SERVER',
	postQuantum: 'END_TO_END_POST_QUANTUM',
	classic: 'END_TO_END_CLASSIC',
	lowered: 'LOWERED',
	notSecured: 'NOT_SECURED',
} as const satisfies Record<string, CallChangeKind>;

/** Which way media took, where this says it; null: none, with nobody to talk to. */
export const wayOf: Partial<Record<CallChangeKind, CallLog['ways'][number]['way'] | null>> = {
	...{ ALONE: null, DIRECT: 'direct', RELAYED: 'relayed', GROUP_SERVER: 'groupServer' },
};

/** How the call was encrypted, where this says it; null: not at all, with nobody to talk to. */
export const encryptionOf: Partial<Record<CallChangeKind, EncryptionState | null>> = {
	...{ ALONE: null, END_TO_END_POST_QUANTUM: 'postQuantum', END_TO_END_CLASSIC: 'classic' },
	...{ LOWERED: 'lowered', NOT_SECURED: 'notSecured' },
};
