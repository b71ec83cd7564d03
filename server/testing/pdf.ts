import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words on each page of a PDF. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
	const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
	const numbers = Array.from({ length: document.numPages }, (_, nth) => nth + 1);
	return Promise.all(
		numbers.map(async (number) => {
			const { items } = await (await document.getPage(number)).getTextContent();
			return items
				.map((item) => ('str' in item ? item.str : ''))
				.join(' ')
				.replaceAll(/\s+/g, ' ');
		}),
	);
}
