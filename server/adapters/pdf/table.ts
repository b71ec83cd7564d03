import type { Table } from './paper.ts';
import { colours, margin, type Sheet } from './sheet.ts';

const head = { size: 8.5, strong: true, colour: colours.muted } as const;
const body = { size: 9.5 } as const;
/** In points. */
const gap = 10;
const padding = 6;
const sumWidth = { label: 190, amount: 120 } as const;

/** A table whose head stands on every page that it needs, and its sums, which stay together. */
export function drawTable(sheet: Sheet, { columns: [first, ...others], rows, sums }: Table): void {
	const right = others.reduce((sum, { width }) => sum + width + gap, 0);
	const columns = [{ title: first, width: sheet.width - right }, ...others];
	const starts = columns.map((_, nth) =>
		columns.slice(0, nth).reduce<number>((x, { width }) => x + width + gap, margin.side),
	);
	const titles = columns.map(({ title }) => title);
	const heightOf = (cells: readonly string[], style: typeof head | typeof body) =>
		Math.max(...cells.map((cell, nth) => sheet.heightOf(cell, style, columns[nth]?.width ?? 0))) + 2 * padding;
	const drawCells = (cells: readonly string[], style: typeof head | typeof body, each: CellFrame) => {
		const height = heightOf(cells, style);
		const top = sheet.y;
		cells.forEach((cell, nth) => {
			const align = nth === 0 ? 'left' : 'right';
			const at = { x: starts[nth] ?? 0, y: top + padding, width: columns[nth]?.width ?? 0, align } as const;
			each(() => sheet.text(cell, style, at));
		});
		sheet.y = top + height;
		sheet.rule(style === head ? colours.muted : colours.line);
	};

	const headHeight = heightOf(titles, head);
	sheet.need(headHeight + heightOf(rows[0] ?? titles, body));
	sheet.group('Table', (table) => {
		sheet.group('TR', (row) => drawCells(titles, head, (draw) => sheet.tagged('TH', draw, row)), table);
		for (const cells of rows) {
			if (sheet.need(heightOf(cells, body))) drawCells(titles, head, (draw) => sheet.asDecoration(draw));
			sheet.group('TR', (row) => drawCells(cells, body, (draw) => sheet.tagged('TD', draw, row)), table);
		}
	});
	drawSums(sheet, sums);
}

type CellFrame = (draw: () => void) => void;

function drawSums(sheet: Sheet, sums: Table['sums']): void {
	const line = 19;
	sheet.need((sums.length + 1) * line);
	sheet.y += padding;
	sums.forEach(([label, amount], nth) => {
		const strong = nth === sums.length - 1;
		const style = { size: strong ? 12 : 9.5, strong };
		const edge = margin.side + sheet.width;
		const y = sheet.y + (strong ? 5 : 0);
		const amountAt = { x: edge - sumWidth.amount, y, width: sumWidth.amount, align: 'right' } as const;
		const labelAt = { ...amountAt, x: amountAt.x - gap - sumWidth.label, width: sumWidth.label };
		sheet.tagged('P', () => {
			sheet.text(label, { ...style, ...(!strong && { colour: colours.muted }) }, labelAt);
			sheet.text(amount, style, amountAt);
		});
		sheet.y = y + line;
	});
}
