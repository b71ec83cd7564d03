import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/DateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { daysOf, isInOrder, periods, type Filters } from './filters.ts';
import type { FilterChoice } from './useFilters.ts';

interface PeriodFieldsProps {
	filters: Filters;
	today: Temporal.PlainDate;
	onChange: FilterChoice['change'];
}

/** A period by its name, or by its first and last day, which begin as those of the period before. */
export function PeriodFields({ filters, today, onChange }: PeriodFieldsProps) {
	const { t } = useTranslation('activities');
	const days = daysOf(filters, today);
	return (
		<>
			<Select
				label={t('period.label')}
				options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
				value={filters.period}
				onChange={(period) => onChange({ period, from: days.from ?? '', to: days.to ?? '' })}
			/>
			{filters.period === 'own' && (
				<>
					<DateField
						kind="date"
						label={t('period.from')}
						value={filters.from}
						onChange={(from) => onChange({ from }, { replace: true })}
					/>
					<DateField
						kind="date"
						label={t('period.to')}
						value={filters.to}
						onChange={(to) => onChange({ to }, { replace: true })}
						errorMessage={isInOrder(days) ? undefined : t('period.outOfOrder')}
					/>
				</>
			)}
		</>
	);
}
