import type { listPayouts } from '../../../../shared/contract/payouts.ts';
import type { RequestOf, ResponseOf } from '../../../../shared/contract/route.ts';
import type { Actor } from '../../../http/actors.ts';
import type { PaymentDeps } from '../deps.ts';
import { ownAccount } from '../setup/account.ts';
import { assertConfigures } from '../setup/policy.ts';

/** One page of the payouts of the clinic's account. @throws SamtalError `FORBIDDEN`, `PAYMENT_PROVIDER` */
export async function listClinicPayouts(
	{ after }: RequestOf<typeof listPayouts>['query'],
	actor: Actor,
	{ database, provider }: Pick<PaymentDeps, 'database' | 'provider'>,
): Promise<ResponseOf<typeof listPayouts>> {
	assertConfigures(actor);
	const account = ownAccount(await database.clinic.findUniqueOrThrow({ where: { id: actor.clinicId } }));
	return account === null ? { payouts: [], next: null } : provider.findPayouts(account, after ?? null);
}
