import { locale } from '../../../../shared/contract/scalars.ts';
import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import { moneyWords } from '../../moneyWords.ts';
import type { PaymentDeps } from '../deps.ts';
import { receiptNumber, dateWords } from '../receipt/write.ts';
import type { PaymentRow } from '../rows.ts';
import type { ToldDispute } from './ports.ts';

/** Tells the clinic's managers that a payment is disputed and until when they can answer, each in their own language. */
export async function enqueueDisputeNotice(
	tx: Queryable,
	payment: PaymentRow,
	dispute: ToldDispute,
	{ mail, translate, origin }: Pick<PaymentDeps, 'mail' | 'translate' | 'origin'>,
): Promise<void> {
	const { clinicId } = payment;
	const managers = await tx.member.findMany({ where: { clinicId, role: 'MANAGER' }, orderBy: { id: 'asc' } });
	for (const reader of managers) {
		const language = locale.parse(reader.locale);
		const values = {
			...{ name: reader.name, number: receiptNumber(payment.id), amount: moneyWords(dispute, language) },
			due: dispute.dueBy === null ? '' : dateWords(dispute.dueBy, reader.timeZone, language),
		};
		const words = (key: string) => translate(language, key, values);
		const asked = Temporal.Instant.fromEpochMilliseconds(payment.requestedAt.getTime());
		const month = asked.toZonedDateTimeISO(reader.timeZone).toPlainDate().toPlainYearMonth().toString();
		await mail.enqueue(tx, {
			...{ clinicId, to: reader.email, attachments: [], subject: words('dispute.subject') },
			...renderLetter([
				{ paragraph: words('letter.greeting') },
				{ paragraph: words('dispute.text') },
				{ paragraph: words(dispute.dueBy === null ? 'dispute.answer' : 'dispute.answerBy') },
				{ link: `${origin}/payments?month=${month}&state=disputed`, label: words('dispute.open') },
			]),
		});
	}
}
