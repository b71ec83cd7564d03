import type { Activity } from '../../../shared/contract/activities.ts';
import { useThisYear } from '../useThisYear.ts';
import { VisitDate } from './VisitDate.tsx';
import { VisitRow } from './VisitRow.tsx';

interface VisitListProps {
	/** What they are, for screen readers. */
	label: string;
	visits: readonly Activity[];
	/** Whose they are is said where there are several. */
	showsProfessional?: boolean;
	onOpen: (appointmentId: string) => void;
}

/** Visits of several days, as they come. */
export function VisitList({ label, visits, showsProfessional = false, onOpen }: VisitListProps) {
	const thisYear = useThisYear();
	return (
		<ul aria-label={label} className="bg-surface border-line divide-line divide-y rounded-box border p-1">
			{visits.map((visit) => (
				<VisitRow
					key={visit.id}
					{...{ visit, showsProfessional }}
					onOpen={() => onOpen(visit.id)}
					when={<VisitDate startsAt={visit.startsAt} thisYear={thisYear} />}
				/>
			))}
		</ul>
	);
}
