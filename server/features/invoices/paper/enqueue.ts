import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import { moneyWords } from '../../moneyWords.ts';
import type { InvoiceDeps } from '../create.ts';
import { presentInvoice, type InvoiceRow } from '../rows.ts';
import { dayWords } from './files.ts';
import { sentWithOf } from './sentWith.ts';

/** Queues the mail of an invoice that was just sent, with its PDF, which is made as it leaves. Nothing where the client has no address. */
export async function enqueueInvoice(tx: Queryable, row: InvoiceRow, deps: Omit<InvoiceDeps, 'db'>): Promise<void> {
	const { clinicName: clinic, clientEmail, locale } = sentWithOf(row);
	if (clientEmail === null) return;
	const { number, dueOn, clientName, totals, currency } = presentInvoice(row, deps.ambient.now());
	const values = {
		...{ clinic, number: number ?? '', due: dueOn === null ? '' : dayWords(dueOn, locale) },
		amount: moneyWords({ amountMinor: totals.grossMinor, currency }, locale),
	};
	const words = (key: string) => deps.translate(locale, `invoice.${key}`, values);
	const letter = renderLetter([
		{ paragraph: deps.translate(locale, 'letter.greeting', { name: clientName }) },
		...['intro', 'sum', 'questions'].map((key) => ({ paragraph: words(key) })),
		{ paragraph: deps.translate(locale, 'letter.regards', { clinic }) },
	]);
	await deps.mail.enqueue(tx, {
		...{ clinicId: row.clinicId, to: clientEmail, subject: words('subject'), ...letter },
		attachments: [{ invoiceId: row.id }],
	});
}
