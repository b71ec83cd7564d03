import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { FunnelX, ListFilter } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paidState } from '../../../shared/contract/activities.ts';
import { appointmentStatus } from '../../../shared/contract/appointments.ts';
import { servicesQuery } from '../../lib/visits/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectSeveral } from '../../ui/SelectSeveral.tsx';
import { countSet } from './filters.ts';
import { OneOf } from './OneOf.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import { professionalsQuery } from './queries.ts';
import { SearchBox } from './SearchBox.tsx';
import type { FilterChoice } from './useFilters.ts';

/** Search and filters; on a phone the filters stand behind a button. */
export function FilterBar({ choice, today }: { choice: FilterChoice; today: Temporal.PlainDate }) {
	const { t } = useTranslation(['activities', 'visits']);
	const { filters, change, reset } = choice;
	const { data: catalogue } = useQuery(servicesQuery);
	const { data: professionals } = useQuery(professionalsQuery);
	const [isOpen, setOpen] = useState(false);
	const fieldsId = useId();
	const number = countSet(filters);
	return (
		<div className="mb-4 flex flex-col gap-3">
			<div className="flex flex-wrap items-center gap-2">
				<div className="min-w-0 flex-1 basis-64">
					<SearchBox value={filters.search} onSettled={(search) => change({ search }, { replace: true })} />
				</div>
				<Button
					className="md:hidden"
					icon={<ListFilter aria-hidden />}
					aria-expanded={isOpen}
					aria-controls={fieldsId}
					onPress={() => setOpen(!isOpen)}
				>
					{number === 0 ? t('filters') : t('filtersSet', { number })}
				</Button>
				{(number > 0 || filters.search !== '') && (
					<Button variant="quiet" icon={<FunnelX aria-hidden />} onPress={reset}>
						{t('reset')}
					</Button>
				)}
			</div>
			<div
				id={fieldsId}
				className={clsx('flex-wrap gap-3 md:flex [&>*]:max-w-60 [&>*]:min-w-36 [&>*]:grow', isOpen ? 'flex' : 'hidden')}
			>
				<PeriodFields filters={filters} today={today} onChange={change} />
				<SelectSeveral
					label={t('column.state')}
					placeholder={t('all')}
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
					placeholder={t('all')}
					options={paidState.options.map((value) => ({ value, label: t(`paid.${value}`) }))}
					value={filters.paid}
					onChange={(paid) => change({ paid })}
				/>
			</div>
		</div>
	);
}
