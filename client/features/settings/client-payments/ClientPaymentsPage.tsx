import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../../ui/FormError.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { AccessCard } from './AccessCard.tsx';
import { AccountCard } from './AccountCard.tsx';
import { FeesCard } from './FeesCard.tsx';
import { PaymentKinds } from './PaymentKinds.tsx';
import { accessQuery } from './queries.ts';

/** For managers: how the clinic comes to take payments from clients. */
export default function ClientPaymentsPage() {
	const { t } = useTranslation(['clientPayments', 'paymentKinds']);
	const { data: access, error } = useQuery(accessQuery);
	return (
		<div className="max-w-2xl">
			<PageHeader title={t('title')} detail={t('detail')} />
			<div className="flex flex-col gap-4">
				<FormError error={error} />
				{!access && !error && <SkeletonList rows={1} rowClassName="h-40" />}
				{access && (access.enabled ? <AccountCard /> : <AccessCard access={access} />)}
				{access?.enabled && <FeesCard />}
				{access && <PaymentKinds />}
			</div>
		</div>
	);
}
