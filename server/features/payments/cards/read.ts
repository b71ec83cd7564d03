import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { CardOnFile } from '../../../../shared/contract/cardsOnFile.ts';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { Actor, ClientActor } from '../../../http/actors.ts';
import { clientsOf } from '../policy.ts';
import { inUse } from './inUse.ts';

interface Found {
	card: CardOnFile | null;
}

/**
 * The one on the account that the clinic has now; whoever may not charge a card sees none.
 * @throws SamtalError `NOT_FOUND` for another clinic's client.
 */
export async function cardOfClient(db: Database, actor: Actor, clientId: string): Promise<Found> {
	const client = await db.client.findFirst({
		where: { id: clientId, clinicId: actor.clinicId },
		select: { clinic: { select: { stripeAccountId: true } } },
	});
	if (client === null) throw new SamtalError('NOT_FOUND');
	const { stripeAccountId } = client.clinic;
	if (stripeAccountId === null) return { card: null };
	return find(db, { clientId, accountId: stripeAccountId, client: clientsOf(actor) });
}

/** The card that the client themself let the clinic keep. */
export const ownCard = (db: Database, { clientId, clinicId }: ClientActor): Promise<Found> =>
	find(db, { clientId, clinicId });

type Where = NonNullable<Parameters<Database['cardOnFile']['findFirst']>[0]>['where'];

/** The newest, where the clinic has had another account since. */
async function find(db: Database, whose: Where): Promise<Found> {
	const row = await db.cardOnFile.findFirst({ where: { ...whose, ...inUse }, orderBy: { consentedAt: 'desc' } });
	if (row === null || row.brand === null || row.last4 === null) return { card: null };
	const { id, brand, last4, expMonth, expYear, consentedAt } = row;
	if (expMonth === null || expYear === null) return { card: null };
	return { card: { id, brand, last4, expMonth, expYear, consentedAt: consentedAt.toISOString() } };
}
