import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { clientQuery } from '../../lib/clients/queries.ts';
import { paths } from '../../lib/paths.ts';
import { useNow } from '../../lib/useNow.ts';
import { useViewer } from '../../lib/viewer.ts';
import { clientVisitsQuery } from '../../lib/visits/queries.ts';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { DraftForm } from './DraftForm.tsx';
import { offeredVisits } from './offeredVisits.ts';

/** Where a draft for one client is written: from past visits that nobody has paid or invoiced, and other lines. */
export default function NewInvoicePage() {
	const { t } = useTranslation(['invoices', 'common']);
	const { clientId = '' } = useParams();
	const now = useNow(60_000);
	const { clinic } = useViewer();
	const { data: client, error: noClient } = useQuery(clientQuery(clientId));
	const { data: visits, error: noVisits } = useQuery(clientVisitsQuery(clientId));
	if (!client || !visits) {
		const error = noClient ?? noVisits;
		return error ? <FormError error={error} /> : <SkeletonList rows={3} rowClassName="h-28" />;
	}
	const { currency } = clinic;
	return (
		<>
			<PageHeader
				title={t('new.open')}
				detail={<Link to={`${paths.client(clientId)}?tab=billing`}>{client.name}</Link>}
			/>
			<DraftForm
				key={clientId}
				clientId={clientId}
				offered={offeredVisits(visits, { clientId, currency, invoiceId: null }, now)}
				currency={currency}
			/>
		</>
	);
}
