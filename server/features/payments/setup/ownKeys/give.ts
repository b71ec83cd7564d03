import type { giveOwnKeys } from '../../../../../shared/contract/paymentSetup.ts';
import type { RequestOf } from '../../../../../shared/contract/route.ts';
import { SamtalError } from '../../../../../shared/contract/errors.ts';
import type { PaymentDeps } from '../../deps.ts';
import { lockClinic } from '../access.ts';
import { ownAccount } from '../account.ts';
import { adopt } from '../adopt.ts';
import { registerDomain } from '../domain.ts';
import { keepKeys } from './keep.ts';

type Given = RequestOf<typeof giveOwnKeys>['body'];

/** Where an account with keys of its own tells what happens. */
export const webhookUrlOf = (origin: string, account: string): string => `${origin}/api/stripe/webhook/${account}`;

/**
 * Makes the account of these keys the clinic's, in place of `insteadOf`, or gives the same account other keys.
 * Nothing is kept until Stripe has answered to them. No connection is held meanwhile.
 * @throws SamtalError `PAYMENTS_DISABLED`; `KEYS_REFUSED` when Stripe does not know them, they may not do what is
 * needed, or one is for trials and the other is not; `CONFLICT` when the account to be replaced is not the clinic's
 * any more; `ACCOUNT_UNUSABLE` for another clinic's; `PAYMENT_PROVIDER`.
 */
export async function giveKeys(clinicId: string, given: Given, deps: PaymentDeps): Promise<void> {
	const { secretKey, publishableKey, insteadOf } = given;
	const { database, keyed, secrets, origin, now } = deps;
	const { paymentsEnabled } = await database.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	if (!paymentsEnabled) throw new SamtalError('PAYMENTS_DISABLED');
	if (modeOf(secretKey) !== modeOf(publishableKey)) throw new SamtalError('KEYS_REFUSED');
	const readAt = now();
	const { account, reading } = await keyed.whose(secretKey);
	const taken = await database.paymentAccount.findFirst({ where: { id: account, NOT: { clinicId } } });
	if (taken !== null) throw new SamtalError('ACCOUNT_UNUSABLE');

	const webhookSecret = await keyed.listen(secretKey, webhookUrlOf(origin, account));
	await database.$transaction(async (tx) => {
		const current = ownAccount(await lockClinic(tx, clinicId));
		if (current !== insteadOf && current !== account) throw new SamtalError('CONFLICT');
		await adopt(tx, clinicId, account, { reading, readAt }, now());
		await keepKeys(tx, account, { secretKey, publishableKey, webhookSecret }, secrets);
	});
	await registerDomain(account, deps);
}

/** `test` or `live`: the second part of each of Stripe's keys. */
const modeOf = (key: string) => key.split('_')[1];
