import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../../ui/FormError.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { ClinicCard } from './ClinicCard.tsx';
import { organisationQuery, type OrganisationClinic } from './queries.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** For telehealth managers: which clinics of their organisation may take payments. */
export default function OrganisationPage() {
	const { t } = useTranslation('clientPayments');
	const { data: organisation, error } = useQuery(organisationQuery);
	const [withheld, setWithheld] = useState<OrganisationClinic | null>(null);
	return (
		<div className="max-w-2xl">
			<PageHeader
				title={t('organisation.title', { name: organisation?.name ?? '' })}
				detail={t('organisation.detail')}
			/>
			<FormError error={error} />
			{!organisation && !error && <SkeletonList rows={2} rowClassName="h-28" />}
			<ul className="flex flex-col gap-4">
				{organisation?.clinics.map((clinic) => (
					<li key={clinic.id}>
						<ClinicCard
							clinic={clinic}
							collectors={organisation.clinics.filter(({ id, mayCollect }) => mayCollect && id !== clinic.id)}
							onWithhold={() => setWithheld(clinic)}
						/>
					</li>
				))}
			</ul>
			{withheld && <ReasonDialog clinic={withheld} onClose={() => setWithheld(null)} />}
		</div>
	);
}
