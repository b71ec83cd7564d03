import type { connectAccount } from '../../../../shared/contract/paymentSetup.ts';
import type { RequestOf } from '../../../../shared/contract/route.ts';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import type { PaymentDeps } from '../deps.ts';
import { lockClinic } from './access.ts';
import { ownAccount } from './account.ts';
import { adopt } from './adopt.ts';
import { registerDomain } from './domain.ts';
import { readAccount, type DatedReading } from './readings.ts';

type Wanted = RequestOf<typeof connectAccount>['body'];

/**
 * Leads to Stripe's form for the clinic's account: the one that it has, a new one, or an existing one that is
 * connected to this Samtal. Of many who connect at once all get the same. No connection is held while Stripe answers.
 * @throws SamtalError `PAYMENTS_DISABLED`; `CONFLICT` when the account to be replaced is not the clinic's any more;
 * `ACCOUNT_UNUSABLE` for one that is not connected to us, or another clinic's; `PAYMENT_PROVIDER`.
 */
export async function connect(clinicId: string, wanted: Wanted, deps: PaymentDeps): Promise<{ url: string }> {
	const clinic = await deps.database.clinic.findUniqueOrThrow({ where: { id: clinicId } });
	if (!clinic.paymentsEnabled) throw new SamtalError('PAYMENTS_DISABLED');
	const current = keptAccount(ownAccount(clinic), wanted);
	const account = current ?? (await connectAnother(clinicId, wanted, deps));
	const page = `${deps.origin}/settings/client-payments`;
	const addresses = { returnUrl: `${page}?stripe=back`, refreshUrl: `${page}?stripe=again` };
	const [url] = await Promise.all([deps.accounts.onboardingLink(account, addresses), registerDomain(account, deps)]);
	return { url };
}

/** The account that stays, or null where another takes its place. */
function keptAccount(current: string | null, { insteadOf }: Wanted): string | null {
	if (insteadOf !== null && insteadOf !== current) throw new SamtalError('CONFLICT');
	return insteadOf === null ? current : null;
}

async function connectAnother(clinicId: string, wanted: Wanted, deps: PaymentDeps): Promise<string> {
	const { database, accounts } = deps;
	// Whoever asks at the same time, or again after a crash, makes the same key, and so the same account.
	const before = await database.paymentAccount.count({ where: { clinicId } });
	const account = wanted.existing ?? (await accounts.create(clinicId, `${clinicId}-${before}`));
	const dated = await readAccount(account, deps);
	if (dated.reading === null || (dated.reading.clinicId ?? clinicId) !== clinicId) {
		throw new SamtalError('ACCOUNT_UNUSABLE');
	}
	return adoptFree(clinicId, account, wanted, dated, deps);
}

/** Makes an account the clinic's, unless somebody else connected one meanwhile. The platform speaks for it from now on. */
const adoptFree = (clinicId: string, account: string, wanted: Wanted, dated: DatedReading, deps: PaymentDeps) =>
	deps.database.$transaction(async (tx) => {
		const clinic = await lockClinic(tx, clinicId);
		if (clinic.stripeAccountId !== account) {
			const kept = keptAccount(ownAccount(clinic), wanted);
			if (kept !== null) return kept;
		}
		await adopt(tx, clinicId, account, dated, deps.now());
		return account;
	});
