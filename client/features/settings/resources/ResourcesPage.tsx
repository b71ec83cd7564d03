import { useQuery } from '@tanstack/react-query';
import { DoorOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resource } from '../../../../shared/contract/resources.ts';
import { resourcesQuery, servicesQuery } from '../../../lib/visits/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { ResourceDialog } from './ResourceDialog.tsx';
import { ResourceLine } from './ResourceLine.tsx';

type Opened = { kind: 'edit'; resource: Resource | null } | { kind: 'archive'; resource: Resource };

/** For managers: the rooms and devices that visits can take. */
export default function ResourcesPage() {
	const { t } = useTranslation('resources');
	const { data: resources, error } = useQuery(resourcesQuery);
	const { data: catalogue } = useQuery(servicesQuery);
	const [opened, setOpened] = useState<Opened | null>(null);
	const offices = catalogue?.offices ?? [];
	const add = (
		<Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setOpened({ kind: 'edit', resource: null })}>
			{t('add')}
		</Button>
	);
	return (
		<div className="max-w-2xl">
			<PageHeader title={t('title')} detail={t('detail')} actions={resources && resources.length > 0 && add} />
			<FormError error={error} />
			{!resources && !error && <SkeletonList rows={3} rowClassName="h-16" />}
			{resources && (
				<Card>
					{resources.length === 0 ? (
						<EmptyState icon={<DoorOpen />} title={t('empty.title')} text={t('empty.text')} action={add} />
					) : (
						<ul className="divide-line flex flex-col divide-y">
							{resources.map((resource) => (
								<ResourceLine
									key={resource.id}
									resource={resource}
									place={offices.find(({ id }) => id === resource.officeId)?.name ?? t('anywhere')}
									onEdit={() => setOpened({ kind: 'edit', resource })}
									onArchive={() => setOpened({ kind: 'archive', resource })}
								/>
							))}
						</ul>
					)}
				</Card>
			)}
			{opened?.kind === 'edit' && (
				<ResourceDialog resource={opened.resource} offices={offices} onClose={() => setOpened(null)} />
			)}
			{opened?.kind === 'archive' && <ArchiveDialog resource={opened.resource} onClose={() => setOpened(null)} />}
		</div>
	);
}
