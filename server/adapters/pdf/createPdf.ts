import { buffer } from 'node:stream/consumers';
import type { Paper, Part } from './paper.ts';
import { colours, margin, Sheet } from './sheet.ts';
import { drawTable } from './table.ts';

/** Lays a document out on A4 pages. The same paper is always laid out in the same way. */
export async function createPdf(paper: Paper): Promise<Buffer> {
	const sheet = new Sheet(paper);
	drawHead(sheet, paper);
	for (const part of paper.parts) drawPart(sheet, part);
	drawFeet(sheet, paper);
	sheet.doc.end();
	return buffer(sheet.doc);
}

function drawHead(sheet: Sheet, { from, title }: Paper): void {
	sheet.tagged('P', () => {
		sheet.text(from.name, { size: 13, strong: true, colour: colours.accent });
		for (const line of from.lines) sheet.text(line, { size: 9, colour: colours.muted });
	});
	sheet.y += 34;
	sheet.tagged('H1', () => sheet.text(title, { size: 22, strong: true }));
	sheet.y += 12;
}

function drawPart(sheet: Sheet, part: Part): void {
	if ('heading' in part) {
		// Not alone at the end of a page.
		sheet.need(80);
		sheet.y += 16;
		sheet.tagged('H2', () => sheet.text(part.heading, { size: 12, strong: true }));
		sheet.y += 6;
	} else if ('paragraph' in part) {
		sheet.need(sheet.heightOf(part.paragraph, { size: 10 }, sheet.width));
		sheet.tagged('P', () => sheet.text(part.paragraph, { size: 10 }));
		sheet.y += 8;
	} else if ('facts' in part) {
		drawFacts(sheet, part.facts);
	} else {
		sheet.y += 8;
		drawTable(sheet, part.table);
	}
}

function drawFacts(sheet: Sheet, facts: readonly (readonly [string, string])[]): void {
	const width = sheet.width / 2 - 12;
	for (let nth = 0; nth < facts.length; nth += 2) {
		const pair = facts.slice(nth, nth + 2);
		const height = Math.max(...pair.map(([, value]) => sheet.heightOf(value, { size: 10 }, width))) + 22;
		sheet.need(height);
		const top = sheet.y;
		pair.forEach(([label, value], column) => {
			const x = margin.side + column * (width + 24);
			sheet.tagged('P', () => {
				sheet.text(label, { size: 8.5, colour: colours.muted }, { x, y: top, width });
				sheet.text(value, { size: 10 }, { x, y: top + 12, width });
			});
		});
		sheet.y = top + height;
	}
}

/** Written when all pages are there, as each says how many they are. */
function drawFeet(sheet: Sheet, { footer, pageNumber, mark }: Paper): void {
	const { start, count } = sheet.doc.bufferedPageRange();
	for (let page = start; page < start + count; page += 1) {
		sheet.doc.switchToPage(page);
		sheet.asDecoration(() => {
			const y = sheet.doc.page.height - 52;
			const style = { size: 8, colour: colours.muted };
			sheet.text(footer, style, { y, width: sheet.width - 90 });
			sheet.text(pageNumber(page - start + 1, count), style, { y, align: 'right' });
			if (mark !== null) {
				sheet.text(mark, { size: 11, strong: true, colour: '#9a3412' }, { y: 36, align: 'right' });
			}
		});
	}
}
