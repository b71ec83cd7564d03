import type { QualitySummary } from '../../../shared/contract/signalling/quality.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';
import type { TokenClaims } from '../../adapters/tokens.ts';
import type { Ambient } from '../ports.ts';
import { connectionColumn } from './columns.ts';

export interface QualityRecord {
	/**
	 * Keeps what this page of a peer has measured so far. The same page's next report takes the place of this one; one
	 * that comes late, with less time in it, changes nothing.
	 */
	qualityReported(
		reporter: TokenClaims<'call'>,
		page: { peerId: string; page: number },
		summary: QualitySummary,
	): Promise<void>;
}

export const createQualityRecord = ({ db, ambient }: { db: Database; ambient: Ambient }): QualityRecord => ({
	async qualityReported(reporter, { peerId, page }, summary) {
		const { appointmentId, clinicId, name } = reporter;
		const attendeeId = reporter.role === 'attendee' ? reporter.attendeeId : null;
		const memberId = reporter.role === 'host' ? reporter.memberId : null;
		const { goodSeconds, fairSeconds, poorSeconds, causes, roundTripMs, lostPerMille } = summary;
		const connection = summary.connection === null ? null : connectionColumn[summary.connection];
		await db.rows(sql`
			INSERT INTO "CallQuality" AS stored ("appointmentId", "peerId", "page", "clinicId", "attendeeId", "memberId", "name",
				"goodSeconds", "fairSeconds", "poorSeconds", "networkSeconds", "deviceSeconds", "senderSeconds",
				"roundTripMs", "lostPerMille", "connection", "updatedAt")
			VALUES (${appointmentId}::uuid, ${peerId}::uuid, ${page}, ${clinicId}::uuid, ${attendeeId}::uuid,
				${memberId}::uuid, ${name},
				${goodSeconds}, ${fairSeconds}, ${poorSeconds}, ${causes.network}, ${causes.device}, ${causes.sender},
				${roundTripMs}, ${lostPerMille}, ${connection}::"CallConnection", ${ambient.now()})
			ON CONFLICT ("appointmentId", "peerId", "page") DO UPDATE SET
				"goodSeconds" = EXCLUDED."goodSeconds",
				"fairSeconds" = EXCLUDED."fairSeconds",
				"poorSeconds" = EXCLUDED."poorSeconds",
				"networkSeconds" = EXCLUDED."networkSeconds",
				"deviceSeconds" = EXCLUDED."deviceSeconds",
				"senderSeconds" = EXCLUDED."senderSeconds",
				"roundTripMs" = EXCLUDED."roundTripMs",
				"lostPerMille" = EXCLUDED."lostPerMille",
				"connection" = EXCLUDED."connection",
				"updatedAt" = EXCLUDED."updatedAt"
			WHERE EXCLUDED."goodSeconds" + EXCLUDED."fairSeconds" + EXCLUDED."poorSeconds"
				>= stored."goodSeconds" + stored."fairSeconds" + stored."poorSeconds"`);
	},
});
