import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import type { Activity } from '../../../shared/contract/activities.ts';
import { useThisYear } from '../../lib/useThisYear.ts';
import { PaidBadge, StatusBadge } from '../../lib/visits/VisitBadges.tsx';
import { VisitDate } from '../../lib/visits/VisitDate.tsx';
import { namesOf } from '../../lib/visits/visitState.ts';

interface ActivityTableProps {
	visits: readonly Activity[];
	/** Whose they are is said where there are several. */
	showsProfessional: boolean;
	onOpen: (appointmentId: string) => void;
}

/** The list where there is room for columns; a press anywhere in a row opens the visit. */
export function ActivityTable({ visits, showsProfessional, onOpen }: ActivityTableProps) {
	const { t } = useTranslation(['activities', 'visits']);
	const thisYear = useThisYear();
	return (
		<div className="bg-surface border-line overflow-x-auto rounded-box border">
			<table className="w-full border-collapse text-left">
				<caption className="sr-only">{t('title')}</caption>
				<thead className="text-muted border-line border-b text-small [&_th]:px-4 [&_th]:py-2.5 [&_th]:font-semibold">
					<tr>
						<th scope="col">{t('column.when')}</th>
						<th scope="col">{t('column.people')}</th>
						<th scope="col">{t('visits:new.service')}</th>
						{showsProfessional && <th scope="col">{t('visits:professional')}</th>}
						<th scope="col">{t('column.state')}</th>
						<th scope="col">{t('column.payment')}</th>
					</tr>
				</thead>
				<tbody className="divide-line divide-y">
					{visits.map((visit) => (
						<tr key={visit.id} className="hover:bg-sunken relative [&>*]:px-4 [&>*]:py-3 [&>*]:align-top">
							<td className="font-semibold tabular-nums whitespace-nowrap">
								<VisitDate startsAt={visit.startsAt} thisYear={thisYear} />
							</td>
							<th scope="row" className="max-w-64 font-medium">
								<Button
									onPress={() => onOpen(visit.id)}
									className={clsx(openStyle, visit.status === 'CANCELLED' && 'line-through')}
								>
									{namesOf(visit)}
								</Button>
							</th>
							<td>
								{visit.service.name}
								<span className="text-muted block text-small">{visit.office.name}</span>
							</td>
							{showsProfessional && <td>{visit.professional.name}</td>}
							<td>
								{visit.status === 'PLANNED' ? (
									<span className="text-muted text-small">{t('visits:status.PLANNED')}</span>
								) : (
									<StatusBadge visit={visit} />
								)}
							</td>
							<td>
								<div className="flex flex-wrap gap-1.5">
									<PaidBadge visit={visit} />
								</div>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** The button of a row reaches over all of it. */
const openStyle =
	'w-full text-left break-words after:absolute after:inset-0 data-focus-visible:outline-none ' +
	'data-focus-visible:after:outline-2 data-focus-visible:after:-outline-offset-2 data-focus-visible:after:outline-focus';
