/** One thing after the other on a page, as words; amounts and dates come written. */
export type Part =
	| { heading: string }
	| { paragraph: string }
	/** Label and value, two beside each other. */
	| { facts: readonly (readonly [label: string, value: string])[] }
	| { table: Table };

export interface Table {
	/** The first is as wide as the others leave it; `width` in points. They stand at the right. */
	columns: readonly [title: string, ...others: { title: string; width: number }[]];
	rows: readonly (readonly string[])[];
	/** Below the table at the right; the last one stands out. */
	sums: readonly (readonly [label: string, amount: string])[];
}

/** A whole document, on A4. */
export interface Paper {
	title: string;
	/** Across the top of each page, as *Draft*. */
	mark: string | null;
	/** Whose it is: at the head of the first page. */
	from: { name: string; lines: readonly string[] };
	/** BCP 47. */
	language: string;
	createdAt: Date;
	parts: readonly Part[];
	/** At the foot of each page. */
	footer: string;
	pageNumber: (page: number, of: number) => string;
}
