import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../shared/contract/payments.ts';
import { cardBrand } from '../../../../shared/domain/payments/cardBrand.ts';
import { useFormat } from '../../useFormat.ts';

/** The confirmation: what was paid, when, with which card, and where the receipt goes. */
export function Received({ payment }: { payment: Payment }) {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const details = [
		[t('payments.details.for'), payment.description],
		[t('payments.details.time'), payment.receivedAt && format.dateTime(payment.receivedAt)],
		[
			t('payments.details.card'),
			payment.card && t('payments.card', { ...payment.card, brand: cardBrand(payment.card.brand) }),
		],
		[t('payments.details.receipt'), payment.receiptEmail],
	] as const;
	return (
		<div className="flex flex-col gap-4" role="status">
			<div className="flex flex-col items-center gap-1 text-center">
				<CircleCheck aria-hidden className="text-success size-12" />
				<p className="text-display font-semibold">{format.money(payment)}</p>
				<p className="text-muted">{t('payments.pay.thanks')}</p>
			</div>
			<dl className="border-line divide-line divide-y rounded-box border">
				{details.map(
					([name, value]) =>
						value && (
							<div key={name} className="flex flex-wrap justify-between gap-x-4 px-4 py-2.5">
								<dt className="text-muted">{name}</dt>
								<dd className="min-w-0 font-medium [overflow-wrap:anywhere]">{value}</dd>
							</div>
						),
				)}
			</dl>
		</div>
	);
}
