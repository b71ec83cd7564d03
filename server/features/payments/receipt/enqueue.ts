import { locale } from '../../../../shared/contract/scalars.ts';
import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import type { PaymentDeps } from '../deps.ts';
import { payerName, type PaymentRow } from '../rows.ts';
import { writeReceipt } from './write.ts';

/** The clinic of a payment, and the language in which it writes to the payer: the client's, else its own. */
export async function readPayerLanguage(tx: Queryable, { clinicId, clientId }: PaymentRow) {
	const clinic = await tx.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	const client = clientId === null ? null : await tx.client.findUnique({ where: { id: clientId } });
	return { clinic, language: locale.parse(client?.locale ?? clinic.locale) };
}

/** Queues the receipt of a payment that was just received, in the payer's language, with its PDF, which is made as it leaves. */
export async function enqueueReceipt(
	tx: Queryable,
	payment: PaymentRow,
	{ mail, translate }: Pick<PaymentDeps, 'mail' | 'translate'>,
): Promise<void> {
	if (payment.receiptEmail === null || payment.receivedAt === null) return;
	const { clinic, language } = await readPayerLanguage(tx, payment);
	const card = payment.cardOnFileId && (await tx.cardOnFile.findUniqueOrThrow({ where: { id: payment.cardOnFileId } }));
	const { subject, blocks } = writeReceipt(
		{
			paymentId: payment.id,
			payerName: payerName(payment),
			clinicName: clinic.name,
			timeZone: clinic.timeZone,
			description: payment.description,
			amountMinor: payment.amountMinor,
			currency: payment.currency,
			receivedAt: payment.receivedAt,
			cardBrand: payment.cardBrand,
			cardLast4: payment.cardLast4,
			agreedAt: card ? card.consentedAt : null,
		},
		language,
		translate,
	);
	await mail.enqueue(tx, {
		clinicId: clinic.id,
		to: payment.receiptEmail,
		subject,
		...renderLetter(blocks),
		attachments: [{ paymentId: payment.id }],
	});
}
