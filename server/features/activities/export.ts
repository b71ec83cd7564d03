import { z } from 'zod';
import type { ActivityFilter } from '../../../shared/contract/activities.ts';
import { locale } from '../../../shared/contract/scalars.ts';
import { csvFile } from '../../adapters/csv.ts';
import type { Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Download } from '../../http/routes.ts';
import type { Position } from '../cursor.ts';
import type { Ambient, Translate } from '../ports.ts';
import { csvColumns } from './columns.ts';
import { activityRow, matching, newest, type ActivityRow } from './statement.ts';

/** Few enough to hold in memory, enough to make the way to the database cheap. */
const batchSize = 500;

export interface ExportDeps {
	db: Database;
	ambient: Pick<Ambient, 'now'>;
	translate: Translate;
}

/**
 * All visits of the list as a CSV file, read batch by batch as the browser takes it.
 */
export async function exportActivities(
	{ db, ambient, translate }: ExportDeps,
	actor: Actor,
	filter: ActivityFilter,
): Promise<Download> {
	const viewer = await db.member.findUniqueOrThrow({
		where: { id: actor.memberId },
		select: { locale: true, timeZone: true },
	});
	const words = (key: string) => translate(locale.parse(viewer.locale), `activities.${key}`);
	const columns = csvColumns(words, viewer.timeZone, ambient.now());
	const today = Temporal.Instant.from(ambient.now().toISOString()).toZonedDateTimeISO(viewer.timeZone).toPlainDate();
	return {
		filename: `activities-${today.toString()}.csv`,
		contentType: 'text/csv; charset=utf-8',
		content: await csvFile(columns, readBatches(db, actor, filter)),
	};
}

/** At least one batch, which can be empty. */
async function* readBatches(db: Database, actor: Actor, filter: ActivityFilter): AsyncGenerator<ActivityRow[]> {
	let last: Position | null = null;
	do {
		const rows: ActivityRow[] = z
			.array(activityRow)
			.parse(await db.rows(newest(matching(actor, filter), last, batchSize)));
		yield rows;
		const end = rows.at(-1);
		last = rows.length === batchSize && end ? { at: end.startsAt, id: end.id } : null;
	} while (last !== null);
}
