import { renderLetter } from '../../../adapters/mail/letter.ts';
import type { Queryable } from '../../../adapters/prisma/database.ts';
import { moneyWords } from '../../moneyWords.ts';
import type { PaymentDeps } from '../deps.ts';
import { readPayerLanguage } from '../receipt/enqueue.ts';
import { payerName, type PaymentRow } from '../rows.ts';

/** Writes to the client whom a payment is asked of, with the link to pay it. False: they have no address. */
export async function enqueuePayLink(
	tx: Queryable,
	payment: PaymentRow,
	deps: Pick<PaymentDeps, 'links' | 'now' | 'mail' | 'translate'>,
): Promise<boolean> {
	const client = payment.clientId && (await tx.client.findUnique({ where: { id: payment.clientId } }));
	if (!client || client.email === null) return false;
	const { clinic, language } = await readPayerLanguage(tx, payment);
	const words = { clinic: clinic.name, amount: moneyWords(payment, language), description: payment.description };
	const say = (key: string) => deps.translate(language, `payRequest.${key}`, words);
	await deps.mail.enqueue(tx, {
		...{ clinicId: clinic.id, to: client.email, attachments: [] },
		subject: say('subject'),
		...renderLetter([
			{ paragraph: deps.translate(language, 'letter.greeting', { name: payerName(payment) }) },
			{ paragraph: say('intro') },
			...(payment.cardOnFileId === null ? [] : [{ paragraph: say('refused') }]),
			{ link: deps.links.pay(payment.id, deps.now()), label: say('pay') },
			{ paragraph: say('safe') },
			{ paragraph: deps.translate(language, 'letter.regards', words) },
		]),
	});
	return true;
}
