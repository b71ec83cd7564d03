import type { Departure } from '../../../shared/contract/signalling/notifications.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';
import type { TokenClaims } from '../../adapters/tokens.ts';
import { departureColumn, kindColumn } from './columns.ts';

interface Stay {
	id: string;
	person: TokenClaims<'call'>;
	peerId: string;
	joinedAt: Date;
	goesOn: boolean;
	left: { at: Date; departure: Departure } | null;
	seenAt: Date;
}

interface Change {
	id: string;
	appointmentId: string;
	clinicId: string;
	at: Date;
	kind: keyof typeof kindColumn;
	/** The member whose device says so. */
	toldBy: string | null;
}

export interface CallLogRecord {
	/**
	 * Keeps what happened in calls. A stay that is told again takes the place of what was known of it, unless that was
	 * later; a change is kept once. What belongs to a visit or a person that is not there (any more) is left out: told
	 * again, it would be refused again, and all that waits behind it with it.
	 */
	callActivity(stays: readonly Stay[], changes: readonly Change[]): Promise<void>;
}

export const createCallLogRecord = ({ db }: { db: Database }): CallLogRecord => ({
	async callActivity(stays, changes) {
		if (stays.length > 0) await db.rows(writeStays(stays));
		if (changes.length > 0) await db.rows(writeChanges(changes));
	},
});

const writeStays = (stays: readonly Stay[]) => sql`
	INSERT INTO "CallStay" AS known ("id", "clinicId", "appointmentId", "peerId", "attendeeId", "memberId", "name",
		"joinedAt", "goesOn", "leftAt", "departure", "seenAt")
	SELECT s."id", s."clinicId", s."appointmentId", s."peerId", at."id", m."id", s."name",
		s."joinedAt", s."goesOn", s."leftAt", s."departure", s."seenAt"
	FROM json_to_recordset(${JSON.stringify(stays.map(rowOf))}::json) AS s(
		"id" uuid, "clinicId" uuid, "appointmentId" uuid, "peerId" uuid, "attendeeId" uuid, "memberId" uuid, "name" text,
		"joinedAt" timestamptz, "goesOn" boolean, "leftAt" timestamptz, "departure" "CallDeparture", "seenAt" timestamptz)
	JOIN "Appointment" a ON a."clinicId" = s."clinicId" AND a."id" = s."appointmentId"
	LEFT JOIN "Attendee" at ON at."clinicId" = s."clinicId" AND at."id" = s."attendeeId"
	LEFT JOIN "Member" m ON m."clinicId" = s."clinicId" AND m."id" = s."memberId"
	WHERE num_nonnulls(at."id", m."id") = 1
	ORDER BY s."id"
	ON CONFLICT ("id") DO UPDATE SET
		"leftAt" = EXCLUDED."leftAt", "departure" = EXCLUDED."departure", "seenAt" = EXCLUDED."seenAt"
	WHERE known."leftAt" IS NULL`;

const writeChanges = (changes: readonly Change[]) => sql`
	INSERT INTO "CallChange" ("id", "clinicId", "appointmentId", "at", "kind", "toldById")
	SELECT c."id", c."clinicId", c."appointmentId", c."at", c."kind", m."id"
	FROM json_to_recordset(${JSON.stringify(changes.map(changeRowOf))}::json) AS c(
		"id" uuid, "clinicId" uuid, "appointmentId" uuid, "at" timestamptz, "kind" "CallChangeKind", "toldById" uuid)
	JOIN "Appointment" a ON a."clinicId" = c."clinicId" AND a."id" = c."appointmentId"
	LEFT JOIN "Member" m ON m."clinicId" = c."clinicId" AND m."id" = c."toldById"
	WHERE (c."toldById" IS NULL) = (m."id" IS NULL)
	ON CONFLICT ("id") DO NOTHING`;

function rowOf({ id, person, peerId, joinedAt, goesOn, left, seenAt }: Stay) {
	const { clinicId, appointmentId, name } = person;
	return {
		...{ id, clinicId, appointmentId, peerId, name, joinedAt, goesOn, seenAt },
		attendeeId: person.role === 'attendee' ? person.attendeeId : null,
		memberId: person.role === 'host' ? person.memberId : null,
		leftAt: left?.at ?? null,
		departure: left === null ? null : departureColumn[left.departure],
	};
}

const changeRowOf = ({ id, clinicId, appointmentId, at, kind, toldBy }: Change) => ({
	...{ id, clinicId, appointmentId, at },
	kind: kindColumn[kind],
	toldById: toldBy,
});
