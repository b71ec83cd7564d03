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
import { NewInvoiceForm } from './NewInvoiceForm.tsx';

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
	const offered = visits
		// An invoice has one currency, and the other lines are in the clinic's.
		.filter((visit) => visit.status !== 'CANCELLED' && visit.currency === clinic.currency)
		.filter(({ startsAt }) => Date.parse(startsAt) <= now)
		.flatMap(({ startsAt, service, attendees }) =>
			attendees
				.filter((each) => each.clientId === clientId && each.cancelledAt === null)
				.filter(({ receivedMinor, invoice }) => receivedMinor === 0 && invoice === null)
				.map(({ id, amountMinor }) => ({ attendeeId: id, startsAt, service: service.name, amountMinor })),
		);
	return (
		<>
			<PageHeader
				title={t('new.open')}
				detail={<Link to={`${paths.client(clientId)}?tab=billing`}>{client.name}</Link>}
			/>
			<NewInvoiceForm key={clientId} clientId={clientId} offered={offered} currency={clinic.currency} />
		</>
	);
}
