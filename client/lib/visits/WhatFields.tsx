import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Service } from '../../../shared/contract/appointments.ts';
import { Select } from '../../ui/Select.tsx';
import { useFormat } from '../useFormat.ts';
import { servicesQuery } from './queries.ts';

interface WhatFieldsProps {
	serviceId: string | null;
	/** Null for the first video office. */
	officeId: string | null;
	onService: (service: Service) => void;
	onOffice: (officeId: string) => void;
}

/** Which service of the price list, and at which of the offices that have it. */
export function WhatFields({ serviceId, officeId, onService, onOffice }: WhatFieldsProps) {
	const { t } = useTranslation('visits');
	const format = useFormat();
	const { data } = useQuery(servicesQuery);
	const services = data?.services ?? [];
	const service = services.find(({ id }) => id === serviceId);
	const offices = (data?.offices ?? []).filter(({ id }) => service?.officeIds.includes(id) ?? true);
	return (
		<>
			<Select
				label={t('new.service')}
				options={services.map(({ id: value, name, durationMinutes, ...price }) => ({
					value,
					label: name,
					detail: `${format.duration(durationMinutes * 60_000)} · ${format.money(price)}`,
				}))}
				value={serviceId}
				onChange={(value) => {
					const chosen = services.find(({ id }) => id === value);
					if (chosen) onService(chosen);
				}}
				placeholder={t('new.chooseService')}
				isRequired
			/>
			{offices.length > 1 && (
				<Select
					label={t('new.office')}
					options={offices.map(({ id: value, name, kind }) => ({ value, label: name, detail: t(`office.${kind}`) }))}
					value={officeId ?? offices.find(({ kind }) => kind === 'VIDEO')?.id ?? null}
					onChange={onOffice}
				/>
			)}
		</>
	);
}
