import { useQuery } from '@tanstack/react-query';
import { CreditCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { listClientPayments } from '../../../shared/contract/payments.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { PaymentList } from '../../lib/payments/PaymentList.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';

/** Everything that the client was asked to pay. */
export function BillingTab({ clientId }: { clientId: string }) {
	const { t } = useTranslation('clients');
	const { data: payments, error } = useQuery({
		queryKey: ['payments', 'client', clientId],
		queryFn: async ({ signal }) =>
			(await memberApi.call(listClientPayments, { params: { clientId } }, { signal })).payments,
	});
	if (error && !payments) return <FormError error={error} />;
	if (!payments) return <SkeletonList rows={3} />;
	if (payments.length === 0) {
		return (
			<Card>
				<EmptyState icon={<CreditCard />} title={t('billing.empty.title')} text={t('billing.empty.text')} />
			</Card>
		);
	}
	return <PaymentList payments={payments} />;
}
