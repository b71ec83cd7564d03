import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { invoiceQuery } from '../../lib/invoices/queries.ts';
import { paths } from '../../lib/paths.ts';
import { useNow } from '../../lib/useNow.ts';
import { clientVisitsQuery } from '../../lib/visits/queries.ts';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { DraftForm } from './DraftForm.tsx';
import { offeredVisits } from './offeredVisits.ts';

/** Where a draft is changed. What was sent is shown instead. */
export default function EditInvoicePage() {
	const { t } = useTranslation(['invoices', 'common']);
	const { invoiceId = '' } = useParams();
	const now = useNow(60_000);
	const { data: invoice, error: noInvoice } = useQuery(invoiceQuery(invoiceId));
	const { clientId = '', currency = '' } = invoice ?? {};
	const { data: visits, error: noVisits } = useQuery({
		...clientVisitsQuery(clientId),
		enabled: invoice !== undefined,
	});
	if (!invoice || !visits) {
		const error = noInvoice ?? noVisits;
		return error ? <FormError error={error} /> : <SkeletonList rows={3} rowClassName="h-28" />;
	}
	if (invoice.state !== 'DRAFT') return <Navigate to={paths.invoice(invoiceId)} replace />;
	return (
		<>
			<PageHeader title={t('edit.title')} detail={<Link to={paths.invoice(invoiceId)}>{invoice.clientName}</Link>} />
			<DraftForm
				key={invoiceId}
				draft={invoice}
				clientId={clientId}
				offered={offeredVisits(visits, { clientId, currency, invoiceId }, now)}
				currency={currency}
			/>
		</>
	);
}
