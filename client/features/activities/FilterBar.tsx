import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paidState } from '../../../shared/contract/activities.ts';
import { appointmentStatus } from '../../../shared/contract/appointments.ts';
import { FilterFrame } from '../../lib/filters/FilterFrame.tsx';
import { OneOf } from '../../lib/filters/OneOf.tsx';
import { professionalsQuery, servicesQuery } from '../../lib/visits/queries.ts';
import { SelectSeveral } from '../../ui/SelectSeveral.tsx';
import { countSet } from './filters.ts';
import { PeriodFields } from './PeriodFields.tsx';
import type { FilterChoice } from './useFilters.ts';

/** Search and filters; on a phone the filters stand behind a button. */
export function FilterBar({ choice, today }: { choice: FilterChoice; today: Temporal.PlainDate }) {
	const { t } = useTranslation(['activities', 'filters', 'visits']);
	const { filters, change, reset } = choice;
	const { data: catalogue } = useQuery(servicesQuery);
	const { data: professionals } = useQuery(professionalsQuery);
	return (
		<FilterFrame
			searchLabel={t('search')}
			search={filters.search}
			onSearch={(search) => change({ search }, { replace: true })}
			number={countSet(filters)}
			onReset={reset}
		>
			<PeriodFields filters={filters} today={today} onChange={change} />
			<SelectSeveral
				label={t('column.state')}
				placeholder={t('filters:all')}
				options={appointmentStatus.options.map((value) => ({ value, label: t(`visits:status.${value}`) }))}
				value={filters.status}
				onChange={(status) => change({ status })}
			/>
			<OneOf
				label={t('visits:professional')}
				options={professionals}
				value={filters.professional}
				onChange={(professional) => change({ professional })}
			/>
			<OneOf
				label={t('visits:new.service')}
				options={catalogue?.services}
				value={filters.service}
				onChange={(service) => change({ service })}
			/>
			<OneOf
				label={t('visits:new.office')}
				options={catalogue?.offices}
				value={filters.office}
				onChange={(office) => change({ office })}
			/>
			<SelectSeveral
				label={t('column.payment')}
				placeholder={t('filters:all')}
				options={paidState.options.map((value) => ({ value, label: t(`paid.${value}`) }))}
				value={filters.paid}
				onChange={(paid) => change({ paid })}
			/>
		</FilterFrame>
	);
}
