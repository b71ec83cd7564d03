import { CreditCard } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../useFormat.ts';
import { RefundLines } from '../refunds/RefundLines.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { PayDialog } from './PayDialog.tsx';
import { PaymentBadge } from './PaymentBadge.tsx';
import { byRequest, isOpen } from './payments.ts';
import { useOwnPayments } from './useOwnPayments.ts';

/** The client's payments of this visit, open ones with *Pay now*. */
export function OwnPayments() {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const { data, error } = useOwnPayments();
	const [payingId, setPayingId] = useState<string | null>(null);

	if (error && !data) return <FormError error={error} />;
	if (!data) return <SkeletonList rows={2} />;
	if (data.length === 0)
		return <EmptyState icon={<CreditCard />} title={t('payments.own.none.title')} text={t('payments.own.none.text')} />;
	return (
		<>
			<ul className="flex flex-col gap-3">
				{byRequest(data).map((payment) => (
					<li key={payment.id} className="border-line bg-surface flex flex-col gap-2 rounded-box border p-4">
						<div className="flex flex-wrap items-center justify-between gap-2">
							<span className="text-title font-semibold">{format.money(payment)}</span>
							<PaymentBadge status={payment.status} />
						</div>
						<p className="text-small">{payment.description}</p>
						<RefundLines payment={payment} />
						{isOpen(payment) && (
							<Button variant="primary" onPress={() => setPayingId(payment.id)}>
								{t('payments.own.payNow')}
							</Button>
						)}
						{payment.status === 'RECEIVED' && (
							<Button size="small" onPress={() => setPayingId(payment.id)}>
								{t('payments.own.details')}
							</Button>
						)}
					</li>
				))}
			</ul>
			{payingId !== null && <PayDialog paymentId={payingId} onClose={() => setPayingId(null)} />}
		</>
	);
}
