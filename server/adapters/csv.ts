import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';

export interface CsvColumn<Row> {
	title: string;
	valueOf: (row: Row) => string;
}

/**
 * A CSV file (RFC 4180, UTF-8 with a byte order mark), made as it is read. The first batch is awaited here, so that a
 * database that does not answer is an error and not a file that ends too early.
 * @param batches at least one, which can be empty
 */
export async function csvFile<Row>(
	columns: readonly CsvColumn<Row>[],
	batches: AsyncIterable<readonly Row[]>,
): Promise<Readable> {
	const pieces = csvOf(columns, batches);
	const first = await pieces.next();
	return Readable.from(first.done ? [] : chain(first.value, pieces));
}

async function* csvOf<Row>(
	columns: readonly CsvColumn<Row>[],
	batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
	let isFirst = true;
	for await (const batch of batches) {
		const lines = batch.map((row) => columns.map(({ valueOf }) => valueOf(row)));
		if (isFirst) lines.unshift(columns.map(({ title }) => title));
		yield stringify(lines, {
			// Spreadsheets take a file without it for one of an older character set.
			bom: isFirst,
			record_delimiter: '\r\n',
			quoted_match: /[\r\n]/,
			// Spreadsheets would compute a name that begins like a formula (OWASP, "CSV Injection").
			escape_formulas: true,
		});
		isFirst = false;
	}
}

async function* chain<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
	yield first;
	yield* rest;
}
