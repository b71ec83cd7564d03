import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { InvoiceMailKind } from '../../../adapters/prisma/generated/enums.ts';
import { moneyWords } from '../../moneyWords.ts';
import type { OutgoingMessage } from '../../ports.ts';
import { cardRequestOf } from '../cardRequest.ts';
import type { InvoiceDeps } from '../create.ts';
import { presentInvoice, type InvoiceRow } from '../rows.ts';
import { dayWords } from './files.ts';
import { sentWithOf } from './sentWith.ts';

type Deps = Omit<InvoiceDeps, 'db' | 'withdrawRequest'>;

/**
 * Asks for its money by card, where the clinic takes cards, queues a mail with a sent invoice, and notes it as the next
 * one. No mail where the client has no address.
 */
export async function enqueueInvoice(tx: Queryable, row: InvoiceRow, kind: InvoiceMailKind, deps: Deps): Promise<void> {
	const payments = await cardRequestOf(tx, row, deps);
	const message = invoiceLetter({ ...row, payments }, kind, deps);
	if (message === null) return;
	await deps.mail.enqueueAll(tx, [message]);
	const { id: invoiceId, clinicId, mails } = row;
	const number = mails.length + 1;
	await tx.invoiceMail.create({
		data: { invoiceId, number, clinicId, kind, createdAt: deps.ambient.now(), messageId: message.id },
	});
}

/**
 * A mail to its client with its PDF, which is made as it leaves, and the link to pay it by card; null where they have no
 * address. It goes to the address of today: one that was wrong is why somebody sends it again.
 */
export function invoiceLetter(
	row: InvoiceRow,
	kind: InvoiceMailKind,
	{ ambient, translate, links }: Omit<Deps, 'mail'>,
): OutgoingMessage | null {
	const to = row.client.email;
	if (to === null) return null;
	const { clinicName: clinic, locale } = sentWithOf(row);
	const { number, dueOn, clientName, totals, currency } = presentInvoice(row, ambient.now());
	const values = {
		...{ clinic, number: number ?? '', due: dueOn === null ? '' : dayWords(dueOn, locale) },
		amount: moneyWords({ amountMinor: totals.grossMinor, currency }, locale),
	};
	const words = (key: string) => translate(locale, `invoice.${key}`, values);
	const reminds = kind === 'REMINDER';
	const letter = renderLetter([
		{ paragraph: translate(locale, 'letter.greeting', { name: clientName }) },
		{ paragraph: words(reminds ? 'reminder.intro' : 'intro') },
		{ paragraph: words(reminds ? 'reminder.sum' : 'sum') },
		...(reminds ? [{ paragraph: words('reminder.crossed') }] : []),
		...row.payments.map(({ id }) => ({ link: links.pay(id, ambient.now()), label: words('payByCard') })),
		{ paragraph: words('questions') },
		{ paragraph: translate(locale, 'letter.regards', { clinic }) },
	]);
	return {
		...{ id: ambient.newId(), clinicId: row.clinicId, channel: 'EMAIL', expiresAt: null },
		...{ to, subject: words(reminds ? 'reminder.subject' : 'subject'), ...letter },
		attachments: [{ invoiceId: row.id }],
	};
}
