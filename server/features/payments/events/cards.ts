import type { EventReader } from './reading.ts';

/** A card that somebody took away at Stripe. Of one that was taken away here this says nothing new. */
export const readCardEvent: EventReader = async ({ account, payload }, { database, provider, now }) => {
	const methodId = provider.readDetached(payload);
	if (methodId === null || account === null) return undefined;
	const card = { methodId, accountId: account, revokedAt: null };
	if ((await database.cardOnFile.count({ where: card })) === 0) return undefined;
	return async (tx) => {
		const at = now();
		await tx.cardOnFile.updateMany({ where: card, data: { revokedAt: at, revokedBy: 'STRIPE', detachedAt: at } });
		return undefined;
	};
};
