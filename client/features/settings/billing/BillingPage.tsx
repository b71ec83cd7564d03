import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getBillingDetails } from '../../../../shared/contract/clinic.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { FormError } from '../../../ui/FormError.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { BillingForm } from './BillingForm.tsx';

const detailsQuery = queryOptions({
	queryKey: ['clinic', 'billing'],
	queryFn: ({ signal }) => memberApi.call(getBillingDetails, {}, { signal }),
	// Nothing that comes later takes the place of what is being typed.
	refetchOnWindowFocus: false,
});

/** For managers: what the clinic's invoices say of it. */
export default function BillingPage() {
	const { t } = useTranslation(['billingDetails', 'common']);
	const { data: details, error } = useQuery(detailsQuery);
	return (
		<div className="max-w-2xl">
			<PageHeader title={t('title')} detail={t('detail')} />
			<FormError error={error} />
			{!details && !error && <SkeletonList rows={3} rowClassName="h-20" />}
			{details && <BillingForm details={details} detailsKey={detailsQuery.queryKey} />}
		</div>
	);
}
