import type { QualitySummary } from '../../../shared/contract/signalling/quality.ts';
import type { CallConnection, CallQuality as CallQualityRow } from '../../adapters/prisma/generated/client.ts';

type Connection = NonNullable<QualitySummary['connection']>;

/** How the way of media is called in the database. */
export const connectionColumn = {
	direct: 'DIRECT',
	relayed: 'RELAYED',
	groupServer: 'GROUP_SERVER',
} as const satisfies Record<Connection, CallConnection>;

const connectionOf = {
	DIRECT: 'direct',
	RELAYED: 'relayed',
	GROUP_SERVER: 'groupServer',
} as const satisfies Record<CallConnection, Connection>;

/** A row as the device reported it. */
export const summaryOf = (row: CallQualityRow): QualitySummary => ({
	goodSeconds: row.goodSeconds,
	fairSeconds: row.fairSeconds,
	poorSeconds: row.poorSeconds,
	causes: { network: row.networkSeconds, device: row.deviceSeconds, sender: row.senderSeconds },
	roundTripMs: row.roundTripMs,
	lostPerMille: row.lostPerMille,
	connection: row.connection === null ? null : connectionOf[row.connection],
});
