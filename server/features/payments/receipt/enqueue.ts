import { locale } from '../../../../shared/contract/scalars.ts';
import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';
import type { PaymentRow } from '../rows.ts';
import { writeReceipt } from './write.ts';

/** Queues the receipt of a payment that was just received, in the language of the client, else of the clinic. */
export async function enqueueReceipt(
	tx: Queryable,
	payment: PaymentRow,
	{ mail, translate }: Pick<PaymentDeps, 'mail' | 'translate'>,
): Promise<void> {
	if (payment.receiptEmail === null || payment.receivedAt === null) return;
	const clinic = await tx.clinic.findUniqueOrThrow({ where: { id: payment.clinicId } });
	const client = await tx.client.findFirst({ where: { attendees: { some: { id: payment.attendeeId } } } });
	const language = locale.parse(client?.locale ?? clinic.locale);
	const { subject, blocks } = writeReceipt(
		{
			paymentId: payment.id,
			attendeeName: payment.attendee.name,
			clinicName: clinic.name,
			timeZone: clinic.timeZone,
			description: payment.description,
			amountMinor: payment.amountMinor,
			currency: payment.currency,
			receivedAt: payment.receivedAt,
			cardBrand: payment.cardBrand,
			cardLast4: payment.cardLast4,
		},
		language,
		translate,
	);
	await mail.enqueue(tx, {
		clinicId: clinic.id,
		to: payment.receiptEmail,
		subject,
		...renderLetter(blocks),
		attachments: [],
	});
}
