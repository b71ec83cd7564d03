import { z } from 'zod';
import { locale } from '../../../shared/contract/scalars.ts';
import type { TakingsFilter } from '../../../shared/contract/takings.ts';
import { currencyDigits, toWholeUnits } from '../../../shared/domain/money.ts';
import { cardBrand } from '../../../shared/domain/payments/cardBrand.ts';
import { csvFile, type CsvColumn } from '../../adapters/csv.ts';
import { sql, type Database } from '../../adapters/prisma/database.ts';
import type { Actor } from '../../http/actors.ts';
import type { Download } from '../../http/routes.ts';
import type { Translate } from '../ports.ts';
import { entries } from './entries.ts';

const entry = z.object({
	id: z.string(),
	kind: z.string(),
	paymentId: z.string(),
	at: z.coerce.date(),
	currency: z.string(),
	amountMinor: z.number(),
	description: z.string(),
	method: z.string(),
	kindName: z.string().nullable(),
	cardBrand: z.string().nullable(),
	cardLast4: z.string().nullable(),
	receiptEmail: z.string().nullable(),
	intentId: z.string().nullable(),
	payer: z.string().nullable(),
	visitAt: z.coerce.date().nullable(),
	service: z.string().nullable(),
	professional: z.string().nullable(),
});
type Entry = z.output<typeof entry>;

/** Few enough to hold in memory, enough to make the way to the database cheap. */
const batchSize = 500;

export interface ExportDeps {
	db: Database;
	translate: Translate;
}

/** Every payment of the takings, oldest first, as a CSV file, read batch by batch as the browser takes it. */
export async function exportTakings(
	{ db, translate }: ExportDeps,
	actor: Actor,
	filter: TakingsFilter,
): Promise<Download> {
	const viewer = await db.member.findUniqueOrThrow({
		where: { id: actor.memberId },
		select: { locale: true, timeZone: true },
	});
	const words = (key: string) => translate(locale.parse(viewer.locale), `takings.${key}`);
	return {
		filename: `payments-${filter.from}-${filter.to}.csv`,
		contentType: 'text/csv; charset=utf-8',
		content: await csvFile(columnsOf(words, viewer.timeZone), readBatches(db, actor, filter)),
	};
}

async function* readBatches(db: Database, actor: Actor, filter: TakingsFilter): AsyncGenerator<Entry[]> {
	let last: Entry | null = null;
	do {
		const rows: Entry[] = z.array(entry).parse(
			await db.rows(sql`
				SELECT e.*, s."name" AS "service", m."name" AS "professional" FROM ${entries(actor, filter)} e
				LEFT JOIN "Service" s ON s."id" = e."serviceId"
				LEFT JOIN "Member" m ON m."id" = e."professionalId"
				WHERE ${last?.id ?? null}::uuid IS NULL OR (e."at", e."id") > (${last?.at ?? null}::timestamptz, ${last?.id ?? null}::uuid)
				ORDER BY e."at", e."id" LIMIT ${batchSize}`),
		);
		yield rows;
		last = rows.length === batchSize ? (rows.at(-1) ?? null) : null;
	} while (last !== null);
}

/** Dates and times on the viewer's clock, amounts with a point before the currency's smaller units. */
function columnsOf(words: (key: string) => string, timeZone: string): CsvColumn<Entry>[] {
	const local = (instant: Date) =>
		Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
	const amount = (minor: number, currency: string) => toWholeUnits(minor, currency).toFixed(currencyDigits(currency));
	const columns: Record<string, CsvColumn<Entry>['valueOf']> = {
		date: ({ at }) => local(at).toPlainDate().toString(),
		time: ({ at }) => local(at).toPlainTime().toString({ smallestUnit: 'minute' }),
		kind: ({ kind }) => words(`kind.${kind}`),
		payer: ({ payer }) => payer ?? '',
		description: ({ description }) => description,
		visit: ({ visitAt }) => (visitAt ? local(visitAt).toPlainDate().toString() : ''),
		service: ({ service }) => service ?? '',
		professional: ({ professional }) => professional ?? '',
		method: ({ method, kindName }) => kindName ?? words(`method.${method}`),
		card: (row) => (row.cardBrand && row.cardLast4 ? `${cardBrand(row.cardBrand)} ${row.cardLast4}` : ''),
		received: ({ amountMinor, currency }) => (amountMinor > 0 ? amount(amountMinor, currency) : ''),
		refunded: ({ amountMinor, currency }) => (amountMinor < 0 ? amount(-amountMinor, currency) : ''),
		currency: ({ currency }) => currency,
		receiptEmail: ({ receiptEmail }) => receiptEmail ?? '',
		number: ({ paymentId }) => paymentId.slice(0, 8).toUpperCase(),
		stripe: ({ intentId }) => intentId ?? '',
	};
	return Object.entries(columns).map(([key, valueOf]) => ({ title: words(`column.${key}`), valueOf }));
}
