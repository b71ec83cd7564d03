import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { clientQuery } from '../../lib/clients/queries.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { useViewer } from '../../lib/viewer.ts';
import { Button } from '../../ui/Button.tsx';
import { ClientNotes } from '../../ui/editor/ClientNotes.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { BillingTab } from './BillingTab.tsx';
import { ClientHead } from './ClientHead.tsx';
import { OverviewTab } from './OverviewTab.tsx';

const tabs = ['overview', 'documentation', 'billing'] as const;

/** One client's record. The open tab is part of the address. */
export default function ClientPage() {
	// The words of what is in it too: if they came later, the whole page would make way for its skeleton once more.
	const { t } = useTranslation(['clients', 'common', 'tools', 'callLog', 'invoices', 'cardOnFile']);
	const { clientId = '' } = useParams();
	const { memberId } = useViewer();
	const [search, setSearch] = useSearchParams();
	const { data: client, error, refetch } = useQuery(clientQuery(clientId));
	const selected = tabs.find((tab) => tab === search.get('tab')) ?? 'overview';

	if (!client) {
		return error ? (
			<FormError error={error} action={<Button onPress={() => void refetch()}>{t('common:actions.retry')}</Button>} />
		) : (
			<SkeletonList rows={3} rowClassName="h-28" />
		);
	}
	const notes = <ClientNotes key={clientId} api={memberApi} authorId={memberId} clientId={clientId} />;
	return (
		<>
			<ClientHead client={client} />
			<Tabs
				label={t('record', { name: client.name })}
				selected={selected}
				onSelect={(tab) => setSearch({ tab }, { replace: true })}
				tabs={[
					{ key: 'overview', title: t('tab.overview'), content: <OverviewTab client={client} /> },
					{ key: 'documentation', title: t('tab.documentation'), content: notes },
					{ key: 'billing', title: t('tab.billing'), content: <BillingTab clientId={clientId} /> },
				]}
			/>
		</>
	);
}
