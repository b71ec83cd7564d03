import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { Paper } from './paper.ts';

const font = (file: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`));
const fonts = {
	regular: font('400Regular/Inter_400Regular.ttf'),
	strong: font('600SemiBold/Inter_600SemiBold.ttf'),
} as const;

/** In points. */
export const margin = { side: 56, top: 64, bottom: 84 } as const;
export const colours = { ink: '#1f2421', muted: '#5c655f', line: '#d5dbd6', accent: '#14594a' } as const;

type Structure = PDFKit.PDFStructureElement;
type TextOptions = PDFKit.Mixins.TextOptions;
interface Style {
	size: number;
	strong?: boolean;
	colour?: string;
}

/** Pages that fill from top to bottom, tagged for screen readers (PDF/UA's structure). Lengths are in points. */
export class Sheet {
	readonly doc: PDFKit.PDFDocument;
	readonly width: number;
	private readonly bottom: number;

	constructor({ title, from, language, createdAt }: Paper) {
		this.doc = new PDFDocument({
			...{ size: 'A4', pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true, bufferPages: true },
			margins: { top: margin.top, bottom: 0, left: margin.side, right: margin.side },
			info: { Title: title, Author: from.name, CreationDate: createdAt, ModDate: createdAt },
			font: fonts.regular,
		});
		this.width = this.doc.page.width - 2 * margin.side;
		this.bottom = this.doc.page.height - margin.bottom;
	}

	/** Where the next thing stands. */
	get y(): number {
		return this.doc.y;
	}
	set y(y: number) {
		this.doc.y = y;
	}

	/** Begins another page unless so much fits on this one. Returns whether it did. */
	need(height: number): boolean {
		if (this.y + height <= this.bottom) return false;
		this.doc.addPage();
		return true;
	}

	style({ size, strong = false, colour = colours.ink }: Style): void {
		this.doc
			.font(strong ? fonts.strong : fonts.regular)
			.fontSize(size)
			.fillColor(colour);
	}

	/** Text that wraps within `width`; the cursor is below it then. */
	text(words: string, style: Style, at: { x?: number; y?: number } & TextOptions = {}): void {
		const { x = margin.side, y = this.y, ...options } = at;
		this.style(style);
		this.doc.text(words, x, y, { lineGap: 2, width: this.width, ...options });
	}

	heightOf(words: string, style: Style, width: number): number {
		this.style(style);
		return this.doc.heightOfString(words, { width, lineGap: 2 });
	}

	rule(colour: string = colours.line): void {
		this.asDecoration(() =>
			this.doc
				.moveTo(margin.side, this.y)
				.lineTo(margin.side + this.width, this.y)
				.lineWidth(0.75)
				.strokeColor(colour)
				.stroke(),
		);
	}

	/** What `draw` draws is read out as an element of this type (PDF 32000-1, 14.8.4), within `parent` where there is one. */
	tagged(type: string, draw: () => void, parent?: Structure): void {
		const content = this.doc.markStructureContent(type);
		draw();
		this.doc.endMarkedContent();
		const element = this.doc.struct(type, {}, [content]);
		if (parent) parent.add(element);
		else this.doc.addStructure(element);
	}

	/** An element that only holds others, open until `fill` has run. */
	group(type: string, fill: (element: Structure) => void, parent?: Structure): void {
		const element = this.doc.struct(type);
		if (parent) parent.add(element);
		else this.doc.addStructure(element);
		fill(element);
		element.end();
	}

	/** What nobody needs to hear. */
	asDecoration(draw: () => void): void {
		this.doc.markContent('Artifact', { type: 'Layout' });
		draw();
		this.doc.endMarkedContent();
	}
}
