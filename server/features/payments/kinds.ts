import { kindLimits, type createPaymentKind, type PaymentKind } from '../../../shared/contract/paymentKinds.ts';
import { SamtalError } from '../../../shared/contract/errors.ts';
import type { RequestOf } from '../../../shared/contract/route.ts';
import type { Actor } from '../../http/actors.ts';
import type { PaymentDeps } from './deps.ts';
import { assertConfigures } from './setup/policy.ts';

type Deps = Pick<PaymentDeps, 'database' | 'newId' | 'now'>;

/** The clinic's own ways of paying, by name. */
export const listKinds = async ({ database }: Deps, { clinicId }: Actor): Promise<{ kinds: PaymentKind[] }> => ({
	kinds: await database.paymentKind.findMany({
		where: { clinicId, archivedAt: null },
		orderBy: [{ name: 'asc' }, { id: 'asc' }],
	}),
});

/** @throws SamtalError `FORBIDDEN`; `CONFLICT` for a name that there is, and when there are as many as there can be. */
export async function createKind(
	{ name }: RequestOf<typeof createPaymentKind>['body'],
	actor: Actor,
	{ database, newId }: Deps,
): Promise<PaymentKind> {
	assertConfigures(actor);
	const { clinicId } = actor;
	return database.$transaction(async (tx) => {
		// Two at once would both see room for one more.
		await tx.$queryRaw`SELECT 1 FROM "Clinic" WHERE "id" = ${clinicId}::uuid FOR UPDATE`;
		const kinds = await tx.paymentKind.findMany({ where: { clinicId, archivedAt: null } });
		const isThere = kinds.some((each) => each.name.toLowerCase() === name.toLowerCase());
		if (isThere || kinds.length >= kindLimits.most) throw new SamtalError('CONFLICT');
		return tx.paymentKind.create({ data: { id: newId(), clinicId, name } });
	});
}

/** @throws SamtalError `FORBIDDEN`, `NOT_FOUND` */
export async function archiveKind(id: string, actor: Actor, { database, now }: Deps): Promise<PaymentKind> {
	assertConfigures(actor);
	const where = { id, clinicId: actor.clinicId };
	const { count } = await database.paymentKind.updateMany({ where, data: { archivedAt: now() } });
	if (count === 0) throw new SamtalError('NOT_FOUND');
	return database.paymentKind.findUniqueOrThrow({ where: { id } });
}
