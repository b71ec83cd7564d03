import { z } from 'zod';
import { lastDueStart, type QuietHours } from '../../../shared/domain/reminderTime.ts';
import type { Database, Queryable } from '../../adapters/prisma/database.ts';
import type { Prisma } from '../../adapters/prisma/generated/client.ts';
import type { Ambient, Links, MessageQueue, OutgoingMessage, Translate } from '../ports.ts';
import { addressOf, hasClient, visitColumns } from './visit.ts';
import { writeReminder } from './write.ts';

export interface SweepDeps {
	db: Database;
	ambient: Ambient;
	links: Links;
	messages: MessageQueue;
	translate: Translate;
	/** Whether SMS can be sent. */
	smsAvailable: boolean;
}

/** Claimed in one transaction: little to do again when the process ends in the middle. */
const batchSize = 100;
const claimed = z.array(z.object({ attendeeId: z.uuid() }));

type Rule = Prisma.ReminderRuleGetPayload<{ include: { clinic: true } }>;

/**
 * Writes the reminders that are due, each with its message, and withdraws messages that no longer hold; to be run every
 * minute. Nothing is planned ahead, so a visit that moves or is cancelled leaves nothing to correct: what counts is how
 * it stands when its reminder is due. Two sweeps at once claim different ones.
 */
export function createReminderSweep(deps: SweepDeps): () => Promise<void> {
	return async () => {
		await withdrawStale(deps);
		const rules = await deps.db.reminderRule.findMany({
			where: {
				...{ enabled: true, archivedAt: null },
				OR: [{ channel: 'EMAIL' }, ...(deps.smsAvailable ? [{ clinic: { smsEnabled: true } }] : [])],
			},
			include: { clinic: true },
		});
		for (const rule of rules) while (await remindBatch(deps, rule));
	};
}

export const quietHoursOf = ({
	quietFrom,
	quietUntil,
}: {
	quietFrom: number | null;
	quietUntil: number | null;
}): QuietHours | null => (quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil });

/** @returns whether there may be more */
async function remindBatch(deps: SweepDeps, rule: Rule): Promise<boolean> {
	const now = deps.ambient.now();
	const { timeZone } = rule.clinic;
	const last = lastDueStart(now.getTime(), rule.hoursBefore, quietHoursOf(rule.clinic), timeZone);
	if (last === null) return false;
	return deps.db.$transaction(async (tx) => {
		const attendeeIds = await claim(tx, rule, now, new Date(last));
		if (attendeeIds.length > 0) await writeMessages(deps, tx, rule, attendeeIds);
		return attendeeIds.length === batchSize;
	});
}

/**
 * Whoever inserts the row sends the reminder. The attendee is locked, so that a cancellation or a move that runs at the
 * same time comes before, and is seen, or after. No reminder of a visit that was booked when it would have been due
 * already: the confirmation has just said it all.
 */
async function claim(tx: Queryable, rule: Rule, now: Date, lastStart: Date): Promise<string[]> {
	const rows = await tx.$queryRaw`
		INSERT INTO "Reminder" ("ruleId", "attendeeId", "startsAt", "clinicId", "createdAt")
		SELECT ${rule.id}::uuid, a."id", a."startsAt", a."clinicId", ${now}
		FROM "Attendee" a JOIN "Appointment" v ON v."id" = a."appointmentId"
		WHERE a."clinicId" = ${rule.clinicId}::uuid AND a."clientId" IS NOT NULL
			AND a."status" = 'PLANNED' AND a."cancelledAt" IS NULL
			AND a."startsAt" > ${now} AND a."startsAt" <= ${lastStart}
			AND greatest(v."createdAt", a."addedAt", ${rule.activeSince}) <= a."startsAt" - make_interval(hours => ${rule.hoursBefore}::int)
			AND NOT EXISTS (SELECT FROM "Reminder" r
				WHERE r."ruleId" = ${rule.id}::uuid AND r."attendeeId" = a."id" AND r."startsAt" = a."startsAt")
		ORDER BY a."startsAt" LIMIT ${batchSize}
		FOR SHARE OF a
		ON CONFLICT DO NOTHING
		RETURNING "attendeeId"`;
	return claimed.parse(rows).map(({ attendeeId }) => attendeeId);
}

async function writeMessages(deps: SweepDeps, tx: Queryable, rule: Rule, attendeeIds: string[]): Promise<void> {
	const { ambient, links, messages, translate } = deps;
	const { id: ruleId, clinicId, channel } = rule;
	const rows = await tx.attendee.findMany({ where: { id: { in: attendeeIds } }, select: visitColumns });
	const written = rows.filter(hasClient).flatMap((visit): { attendeeId: string; message: OutgoingMessage }[] => {
		const to = addressOf(visit, channel);
		if (to === null) return [];
		const content = writeReminder(rule, visit, links, translate);
		const envelope = { id: ambient.newId(), clinicId, channel, to, attachments: [], expiresAt: visit.startsAt };
		return [{ attendeeId: visit.id, message: { ...envelope, ...content } }];
	});
	await messages.enqueueAll(
		tx,
		written.map(({ message }) => message),
	);
	const pairs = JSON.stringify(written.map(({ attendeeId, message }) => ({ attendeeId, messageId: message.id })));
	await tx.$executeRaw`
		UPDATE "Reminder" r SET "messageId" = w."messageId"
		FROM json_to_recordset(${pairs}::json) AS w("attendeeId" uuid, "messageId" uuid), "Attendee" a
		WHERE r."ruleId" = ${ruleId}::uuid AND r."attendeeId" = w."attendeeId" AND a."id" = r."attendeeId"
			AND r."startsAt" = a."startsAt"`;
}

/** Messages that wait for their mail server while the visit moves, is cancelled or begins. */
async function withdrawStale({ db, ambient }: SweepDeps): Promise<void> {
	await db.$executeRaw`
		UPDATE "Message" m SET "status" = 'WITHDRAWN'
		FROM "Reminder" r JOIN "Attendee" a ON a."id" = r."attendeeId"
		WHERE r."messageId" = m."id" AND m."status" = 'QUEUED'
			AND (a."status" <> 'PLANNED' OR a."cancelledAt" IS NOT NULL OR a."startsAt" <> r."startsAt"
				OR a."startsAt" <= ${ambient.now()})`;
}
