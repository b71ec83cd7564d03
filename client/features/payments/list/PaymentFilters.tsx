import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { paymentState } from '../../../../shared/contract/paymentList.ts';
import { paymentMethod } from '../../../../shared/contract/payments.ts';
import { FilterFrame } from '../../../lib/filters/FilterFrame.tsx';
import { OneOf } from '../../../lib/filters/OneOf.tsx';
import { professionalsQuery } from '../../../lib/visits/queries.ts';
import { SelectSeveral } from '../../../ui/SelectSeveral.tsx';
import { countSet, type Filters } from './filters.ts';

interface PaymentFiltersProps {
	filters: Filters;
	change: (changes: Partial<Filters>, options?: { replace: boolean }) => void;
}

/** Which of the month's payments are shown. */
export function PaymentFilters({ filters, change }: PaymentFiltersProps) {
	const { t } = useTranslation(['billing', 'filters', 'visits']);
	const { data: professionals } = useQuery(professionalsQuery);
	return (
		<FilterFrame
			searchLabel={t('filter.search')}
			search={filters.search}
			onSearch={(search) => change({ search }, { replace: true })}
			number={countSet(filters)}
			onReset={() => change({ state: [], method: [], professional: '', search: '' })}
		>
			<SelectSeveral
				label={t('filter.state')}
				placeholder={t('filters:all')}
				options={paymentState.options.map((value) => ({ value, label: t(`filter.states.${value}`) }))}
				value={filters.state}
				onChange={(state) => change({ state })}
			/>
			<SelectSeveral
				label={t('filter.method')}
				placeholder={t('filters:all')}
				options={paymentMethod.options.map((value) => ({ value, label: t(`method.${value}`) }))}
				value={filters.method}
				onChange={(method) => change({ method })}
			/>
			<OneOf
				label={t('visits:professional')}
				options={professionals}
				value={filters.professional}
				onChange={(professional) => change({ professional })}
			/>
		</FilterFrame>
	);
}
