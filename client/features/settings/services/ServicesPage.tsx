import { useQuery } from '@tanstack/react-query';
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../../shared/contract/appointments.ts';
import { servicesQuery } from '../../../lib/visits/queries.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { ServiceCard } from './ServiceCard.tsx';
import { ServiceDialog } from './ServiceDialog.tsx';

/** The clinic's price list: everybody reads it, managers write it. */
export default function ServicesPage() {
	const { t } = useTranslation('services');
	const mayEdit = useViewer().role === 'MANAGER';
	const { data: catalogue, error } = useQuery(servicesQuery);
	const [editing, setEditing] = useState<Service | 'new' | null>(null);
	const add = mayEdit && (
		<Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setEditing('new')}>
			{t('add')}
		</Button>
	);
	return (
		<div className="max-w-2xl">
			<PageHeader
				title={t('title')}
				detail={t(mayEdit ? 'detail' : 'readOnly')}
				actions={catalogue && catalogue.services.length > 0 && add}
			/>
			<div className="flex flex-col gap-4">
				<FormError error={error} />
				{!catalogue && !error && <SkeletonList rows={4} rowClassName="h-28" />}
				{catalogue?.services.length === 0 && (
					<Card>
						<EmptyState icon={<ListChecks />} title={t('empty.title')} text={t('empty.text')} action={add} />
					</Card>
				)}
				{catalogue?.services.map((service) => (
					<ServiceCard
						key={service.id}
						service={service}
						offices={catalogue.offices}
						onEdit={mayEdit ? () => setEditing(service) : undefined}
					/>
				))}
				{catalogue && editing !== null && (
					<ServiceDialog
						service={editing === 'new' ? null : editing}
						offices={catalogue.offices}
						onClose={() => setEditing(null)}
					/>
				)}
			</div>
		</div>
	);
}
