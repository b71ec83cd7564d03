import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { Database } from '../../../adapters/prisma/database.ts';
import type { Actor, ClientActor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { clientsOf } from '../policy.ts';
import { forget } from './forget.ts';

/** Somebody of the clinic takes a client's card away. @throws SamtalError `NOT_FOUND`. */
export const removeCard = (ids: { clientId: string; cardId: string }, actor: Actor, deps: PaymentDeps) =>
	revoke(
		{ id: ids.cardId, clientId: ids.clientId, client: clientsOf(actor) },
		{ revokedBy: 'MEMBER', revokedById: actor.memberId },
		deps,
	);

/** A client withdraws their consent. @throws SamtalError `NOT_FOUND`. */
export const removeOwnCard = (cardId: string, { clientId, clinicId }: ClientActor, deps: PaymentDeps) =>
	revoke({ id: cardId, clientId, clinicId }, { revokedBy: 'CLIENT' }, deps);

type Update = Parameters<Database['cardOnFile']['updateMany']>[0];

/** From now on it is not charged, even if the provider cannot be told yet. What is revoked stays as it is. */
async function revoke(which: Update['where'], by: Update['data'], deps: PaymentDeps): Promise<Record<string, never>> {
	const { database, now, log } = deps;
	const card = await database.cardOnFile.findFirst({ where: { ...which, methodId: { not: null } } });
	if (card === null) throw new SamtalError('NOT_FOUND');
	await database.cardOnFile.updateMany({
		where: { id: card.id, revokedAt: null },
		data: { ...by, revokedAt: now() },
	});
	try {
		await forget(card, deps);
	} catch (err) {
		if (!(err instanceof SamtalError)) throw err;
		log.warn({ err, cardId: card.id }, 'card not forgotten by Stripe yet, tried again later');
	}
	return {};
}
