import { ChevronRight, MapPin, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Activity } from '../../../shared/contract/activities.ts';
import { useFormat } from '../useFormat.ts';
import { PaidBadge, StatusBadge } from './VisitBadges.tsx';
import { namesOf } from './visitState.ts';

interface VisitRowProps {
	visit: Activity;
	onOpen: () => void;
	/** What stands first; the time of day unless the list goes over several days. */
	when?: ReactNode;
	/** Whose visit it is is said too. */
	showsProfessional?: boolean;
}

/** One visit in a list; a press opens it. */
export function VisitRow({ visit, onOpen, when, showsProfessional = false }: VisitRowProps) {
	const format = useFormat();
	const Place = visit.office.kind === 'VIDEO' ? Video : MapPin;
	const place = [visit.service.name, visit.office.name, ...(showsProfessional ? [visit.professional.name] : [])];
	return (
		<li className="@container">
			<Button
				onPress={onOpen}
				className="hover:bg-sunken flex w-full items-center gap-4 rounded-inner px-3 py-3 text-left -outline-offset-2"
			>
				<span className="w-24 shrink-0 font-semibold tabular-nums">
					{when ?? format.timeRange(visit.startsAt, visit.endsAt)}
				</span>
				<span className="min-w-0 flex-1">
					<span className={visit.status === 'CANCELLED' ? 'block truncate line-through' : 'block truncate font-medium'}>
						{namesOf(visit)}
					</span>
					<span className="text-muted flex items-center gap-1.5 text-small">
						<Place aria-hidden className="size-3.5 shrink-0" />
						<span className="truncate">{place.join(' · ')}</span>
					</span>
					<span className="mt-1.5 flex flex-wrap gap-1.5 empty:hidden @lg:hidden">
						<StatusBadge visit={visit} />
						<PaidBadge visit={visit} />
					</span>
				</span>
				<span className="hidden flex-wrap items-center justify-end gap-2 @lg:flex">
					<StatusBadge visit={visit} />
					<PaidBadge visit={visit} />
				</span>
				<ChevronRight aria-hidden className="text-muted size-5 shrink-0" />
			</Button>
		</li>
	);
}
