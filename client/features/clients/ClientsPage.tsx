import { useQuery } from '@tanstack/react-query';
import { ChevronRight, SearchX, UserRoundPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Client } from '../../../shared/contract/clients.ts';
import { clientsQuery } from '../../lib/clients/queries.ts';
import { paths } from '../../lib/paths.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useSettled } from '../../lib/useSettled.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { NewClientDialog } from './NewClientDialog.tsx';

/** Everybody in the clinic's records, found by typing. */
export default function ClientsPage() {
	const { t } = useTranslation(['clients', 'common']);
	const [search, setSearch] = useState('');
	const settled = useSettled(search.trim());
	const { data: clients, error, refetch } = useQuery(clientsQuery(settled));
	const [adding, setAdding] = useState(false);
	const add = (
		<Button variant="primary" icon={<UserRoundPlus aria-hidden />} onPress={() => setAdding(true)}>
			{t('new.action')}
		</Button>
	);
	const nobodyYet = clients?.length === 0 && settled === '';

	return (
		<>
			<PageHeader title={t('title')} actions={!nobodyYet && add} />
			<div className="flex flex-col gap-4">
				{!nobodyYet && <SearchField label={t('search')} value={search} onChange={setSearch} />}
				{error && !clients && (
					<FormError
						error={error}
						action={<Button onPress={() => void refetch()}>{t('common:actions.retry')}</Button>}
					/>
				)}
				{!error && !clients && <SkeletonList rows={6} />}
				{nobodyYet && (
					<Card>
						<EmptyState icon={<Users />} title={t('empty.title')} text={t('empty.text')} action={add} />
					</Card>
				)}
				{clients?.length === 0 && !nobodyYet && (
					<Card>
						<EmptyState icon={<SearchX />} title={t('noMatch.title')} text={t('noMatch.text', { search: settled })} />
					</Card>
				)}
				{clients && clients.length > 0 && (
					<ul aria-label={t('title')} className="bg-surface border-line divide-line divide-y rounded-box border p-1">
						{clients.map((client) => (
							<ClientRow key={client.id} client={client} />
						))}
					</ul>
				)}
			</div>
			{adding && <NewClientDialog onClose={() => setAdding(false)} />}
		</>
	);
}

function ClientRow({ client }: { client: Client }) {
	const { t } = useTranslation('clients');
	const format = useFormat();
	return (
		<li>
			<Link
				to={paths.client(client.id)}
				className="hover:bg-sunken flex items-center gap-4 rounded-inner px-3 py-3 -outline-offset-2"
			>
				<Avatar name={client.name} />
				<span className="min-w-0 flex-1">
					<span className="block truncate font-medium">{client.name}</span>
					<span className="text-muted block truncate text-small">
						{[client.email, client.phone].filter((contact) => contact !== null).join(' · ')}
					</span>
				</span>
				{client.nextVisitAt !== null && (
					<span className="text-muted hidden text-right text-small sm:block">
						{t('nextVisit')}
						<span className="text-ink block font-medium">{format.dateTime(client.nextVisitAt)}</span>
					</span>
				)}
				<ChevronRight aria-hidden className="text-muted size-5 shrink-0" />
			</Link>
		</li>
	);
}
