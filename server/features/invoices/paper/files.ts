import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Invoice } from '../../../../shared/contract/invoices.ts';
import type { Locale } from '../../../../shared/contract/scalars.ts';
import { createPdf } from '../../../adapters/pdf/createPdf.ts';
import type { Paper, Part, Table } from '../../../adapters/pdf/paper.ts';
import { clinicPaper } from '../../clinicPaper.ts';
import { moneyWords } from '../../moneyWords.ts';
import { dateLanguage } from '../../zoneFormats.ts';
import type { InvoiceDeps } from '../create.ts';
import { presentInvoice, type InvoiceRow } from '../rows.ts';
import { sentWithOf } from './sentWith.ts';

type Deps = Pick<InvoiceDeps, 'translate' | 'ambient'>;
interface File {
	filename: string;
	content: Buffer;
}

/** An invoice as a PDF in its client's language. */
export function invoicePaper(row: InvoiceRow, deps: Deps): Promise<File> {
	const { words, locale, billing, invoice, lines } = read(row, deps);
	const { number, issuedOn, dueOn } = invoice;
	const paying: [string, string][] = [];
	if (billing.bankAccount !== '') paying.push([words('bankAccount'), billing.bankAccount]);
	if (number !== null) paying.push([words('reference'), number]);
	const parts: Part[] = [
		{
			facts: [
				lines.client,
				...(issuedOn === null ? [] : [[words('issuedOn'), dayWords(issuedOn, locale)] as const]),
				...(dueOn === null ? [] : [[words('dueOn'), dayWords(dueOn, locale)] as const]),
			],
		},
		{ table: tableOf(invoice, locale, words, 'total') },
	];
	if (paying.length > 0 || billing.payingText !== '') parts.push({ heading: words('howToPay') }, { facts: paying });
	if (billing.payingText !== '') parts.push({ paragraph: billing.payingText });
	const title = number === null ? words('invoice') : `${words('invoice')} ${number}`;
	const day = issuedOn ?? invoice.createdAt;
	return write(number ?? 'draft', {
		...lines.paper,
		title,
		parts,
		...{ mark: number === null ? words('draft') : null, createdAt: new Date(day) },
	});
}

/** What took an invoice back, as a PDF. @throws SamtalError `NOT_FOUND` for one that was not taken back */
export async function creditNotePaper(row: InvoiceRow, deps: Deps): Promise<File> {
	const { words, locale, invoice, lines } = read(row, deps);
	const { creditNote } = invoice;
	if (creditNote === null) throw new SamtalError('NOT_FOUND');
	const parts: Part[] = [
		{
			facts: [
				lines.client,
				[words('issuedOn'), dayWords(creditNote.issuedOn, locale)],
				[words('forInvoice'), invoice.number ?? ''],
				[words('reason'), creditNote.reason],
			],
		},
		{ table: tableOf(invoice, locale, words, 'credited') },
	];
	const title = `${words('creditNote')} ${creditNote.number}`;
	return write(`credit-note-${creditNote.number}`, {
		...lines.paper,
		title,
		parts,
		...{ mark: null, createdAt: new Date(creditNote.issuedOn) },
	});
}

/** A date without a clock (`2026-03-01`), in words. */
export const dayWords = (day: string, locale: Locale): string =>
	new Intl.DateTimeFormat(dateLanguage(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

const write = async (name: string, paper: Paper): Promise<File> => ({
	filename: `${name}.pdf`,
	content: await createPdf(paper),
});

/** What both papers say of clinic and client. */
function read(row: InvoiceRow, { translate, ambient }: Deps) {
	const { clinicName, billing, clientEmail, locale } = sentWithOf(row);
	const words: Words = (key, values) => translate(locale, `invoice.${key}`, values);
	const invoice = presentInvoice(row, ambient.now());
	const client = [words('to'), [invoice.clientName, clientEmail ?? ''].join('\n').trim()] as const;
	const paper = clinicPaper({ clinicName, billing, locale }, translate);
	return { words, locale, billing, invoice, lines: { client, paper } };
}

type Words = (key: string, values?: Record<string, string>) => string;

function tableOf({ lines, totals, currency }: Invoice, locale: Locale, words: Words, total: string): Table {
	const money = (amountMinor: number) => moneyWords({ amountMinor, currency }, locale);
	const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
	const rate = (basisPoints: number) => percent.format(basisPoints / 10_000);
	const taxed = totals.byRate.filter(({ vatBasisPoints }) => vatBasisPoints > 0);
	return {
		columns: [
			words('description'),
			{ title: words('quantity'), width: 42 },
			{ title: words('unit'), width: 84 },
			{ title: words('vat'), width: 42 },
			{ title: words('amount'), width: 90 },
		],
		rows: lines.map(({ description, quantity, unitMinor, vatBasisPoints }) => [
			...[description, String(quantity), money(unitMinor)],
			...[rate(vatBasisPoints), money(quantity * unitMinor)],
		]),
		sums: [
			...(taxed.length === 0 ? [] : [[words('net'), money(totals.netMinor)] as const]),
			...taxed.map(
				({ vatBasisPoints, vatMinor, grossMinor }) =>
					[`${words('ofRate', { rate: rate(vatBasisPoints) })} (${money(grossMinor)})`, money(vatMinor)] as const,
			),
			[words(total), money(totals.grossMinor)],
		],
	};
}
