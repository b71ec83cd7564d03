import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CreditCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { listClientPayments } from '../../../shared/contract/payments.ts';
import { InvoiceList } from '../../lib/invoices/InvoiceList.tsx';
import { invoicesQuery } from '../../lib/invoices/queries.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { paths } from '../../lib/paths.ts';
import { PaymentList } from '../../lib/payments/PaymentList.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { CardOnFilePart } from './card/CardOnFilePart.tsx';

/** Everything that the client was asked to pay, invoices first. */
export function BillingTab({ clientId }: { clientId: string }) {
	const { t } = useTranslation(['clients', 'invoices']);
	const { data: payments, error } = useQuery({
		queryKey: ['payments', 'client', clientId],
		queryFn: async ({ signal }) =>
			(await memberApi.call(listClientPayments, { params: { clientId } }, { signal })).payments,
	});
	const list = useInfiniteQuery(invoicesQuery({ clientId }));
	const { data: invoices, error: notRead } = list;
	if (notRead && !invoices) return <FormError error={notRead} />;
	if (error && !payments) return <FormError error={error} />;
	if (!payments || !invoices) return <SkeletonList rows={3} />;
	const newInvoice = <LinkButton to={paths.newInvoice(clientId)}>{t('invoices:new.open')}</LinkButton>;
	if (payments.length + invoices.length === 0) {
		return (
			<Card>
				<EmptyState
					icon={<CreditCard />}
					title={t('billing.empty.title')}
					text={t('billing.empty.text')}
					action={newInvoice}
				/>
			</Card>
		);
	}
	return (
		<div className="flex flex-col gap-4">
			<div className="flex justify-end">{newInvoice}</div>
			<CardOnFilePart clientId={clientId} />
			{invoices.length > 0 && <InvoiceList invoices={invoices} list={list} />}
			{payments.length > 0 && <PaymentList payments={payments} />}
		</div>
	);
}
