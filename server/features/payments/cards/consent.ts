import type { getCardConsent, CardConsent } from '../../../../shared/contract/cardsOnFile.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { RequestOf, ResponseOf } from '../../../../shared/contract/route.ts';
import type { Locale } from '../../../../shared/contract/scalars.ts';
import type { PayerActor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { lockPayment, type PaymentRow } from '../rows.ts';

/** Becomes another one with every change of the words `cardConsent.text`. */
const version = '1';

/** What a payer reads before they agree. A guest, who is nobody in the records, is not asked. */
export async function offerConsent(
	{ query }: RequestOf<typeof getCardConsent>,
	{ clinicId, clientId }: PayerActor,
	deps: PaymentDeps,
): Promise<ResponseOf<typeof getCardConsent>> {
	return { consent: clientId === null ? null : await wordsOf(clinicId, query.locale, deps) };
}

async function wordsOf(clinicId: string, locale: Locale, { database, translate }: PaymentDeps): Promise<CardConsent> {
	const { name } = await database.clinic.findUniqueOrThrow({ where: { id: clinicId }, select: { name: true } });
	return { version, locale, clinicName: name, text: translate(locale, 'cardConsent.text', { clinic: name }) };
}

type Agreed = Pick<CardConsent, 'version' | 'locale'> | null;

/**
 * Writes down whether the card that will pay is to be kept, and tells the provider so. In this order no card is ever
 * kept for which no consent is written down: it is written first, and taken back last.
 * @throws SamtalError `CONFLICT` when the payer read other words, `PAYMENT_PROVIDER`.
 */
export async function noteConsent(
	payment: PaymentRow,
	{ account, intentId }: { account: string; intentId: string },
	agreed: Agreed,
	deps: PaymentDeps,
): Promise<void> {
	const { database, provider } = deps;
	const { id: paymentId, clientId, clinicId } = payment;
	if (agreed === null || clientId === null) {
		const undecided = { paymentId, methodId: null };
		if ((await database.cardOnFile.count({ where: undecided })) === 0) return;
		// Otherwise it was paid as they agreed before, and the card is kept.
		const inTime = await provider.keepCardOf(account, intentId, null);
		if (inTime) await database.cardOnFile.deleteMany({ where: undecided });
		return;
	}
	if (agreed.version !== version) throw new SamtalError('CONFLICT');
	const { text } = await wordsOf(clinicId, agreed.locale, deps);
	const customerId = await customerOf({ clinicId, clientId, account }, deps);
	const consent = {
		...{ accountId: account, customerId, consentedAt: deps.now() },
		...{ consentVersion: version, consentLocale: agreed.locale, consentText: text },
	};
	await database.$transaction(async (tx) => {
		const { status, hosted } = await lockPayment(tx, paymentId);
		if (status === 'RECEIVED' || hosted) return;
		await tx.cardOnFile.upsert({
			where: { paymentId },
			create: { ...consent, id: deps.newId(), clinicId, clientId, paymentId },
			update: consent,
		});
	});
	await provider.keepCardOf(account, intentId, customerId);
}

interface Whose {
	clinicId: string;
	clientId: string;
	account: string;
}

/** The client as the provider knows them, made with their first card. */
async function customerOf({ clinicId, clientId, account: accountId }: Whose, deps: PaymentDeps): Promise<string> {
	const where = { clientId_accountId: { clientId, accountId } };
	const known = await deps.database.stripeCustomer.findUnique({ where });
	if (known) return known.id;
	const id = await deps.provider.createCustomer(accountId, clientId);
	await deps.database.stripeCustomer.createMany({
		data: [{ id, clinicId, clientId, accountId }],
		skipDuplicates: true,
	});
	return (await deps.database.stripeCustomer.findUniqueOrThrow({ where })).id;
}
