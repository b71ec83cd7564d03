import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PaymentAccount } from '../../../../shared/contract/paymentSetup.ts';
import { paths } from '../../../lib/paths.ts';

/** What an account's state means for the clinic, and what Stripe still wants to know. */
export function AccountText({ account, byPlatform, collector }: Omit<PaymentAccount, 'openRequests'>) {
	const { t } = useTranslation('clientPayments');
	if (collector)
		return (
			<div className="flex flex-col gap-2">
				<p>{t('account.collected.text', { clinic: collector.name })}</p>
				{!collector.takesPayments && <p className="font-semibold">{t('account.noCharges')}</p>}
				<Link to={paths.payouts} className="text-accent self-start underline">
					{t('account.collected.statements')}
				</Link>
			</div>
		);
	if (!account) return <p>{t(byPlatform ? 'account.text.none' : 'account.keys.none')}</p>;
	const { state, restriction, missing, takesPayments, paysOut } = account;
	return (
		<div className="flex flex-col gap-2">
			<p>{t(`account.text.${state === 'restricted' ? (restriction ?? 'review') : state}`)}</p>
			{state === 'restricted' && !takesPayments && <p className="font-semibold">{t('account.noCharges')}</p>}
			{takesPayments && !paysOut && <p className="font-semibold">{t('account.noPayouts')}</p>}
			{missing.length > 0 && (
				<>
					<p id="missing" className="text-muted">
						{t('account.needs')}
					</p>
					<ul aria-labelledby="missing" className="list-disc pl-5">
						{missing.map((topic) => (
							<li key={topic}>{t(`account.missing.${topic}`)}</li>
						))}
					</ul>
				</>
			)}
			{state === 'ready' && (
				<a
					href="https://dashboard.stripe.com"
					rel="noreferrer"
					target="_blank"
					className="text-accent self-start underline"
				>
					{t('account.dashboard')}
				</a>
			)}
		</div>
	);
}
