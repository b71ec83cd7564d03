import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { Client } from '../../../shared/contract/clients.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useNow } from '../../lib/useNow.ts';
import { clientVisitsQuery } from '../../lib/visits/queries.ts';
import { VisitRow } from '../../lib/visits/VisitRow.tsx';
import { VisitSheet } from '../../lib/visits/VisitSheet.tsx';
import { isOpen } from '../../lib/visits/visitState.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';

/** The client's visits: those to come, then those that were. */
export function OverviewTab({ client }: { client: Client }) {
	const { t } = useTranslation('clients');
	const now = useNow(60_000);
	const { data: visits, error } = useQuery(clientVisitsQuery(client.id));
	const [openId, setOpenId] = useState<string>();
	const opened = visits?.find(({ id }) => id === openId);

	if (error && !visits) return <FormError error={error} />;
	if (!visits) return <SkeletonList rows={3} />;
	if (visits.length === 0) {
		return (
			<Card>
				<EmptyState icon={<CalendarClock />} title={t('overview.empty.title')} text={t('overview.empty.text')} />
			</Card>
		);
	}
	const isAhead = (visit: Appointment) => isOpen(visit) && Date.parse(visit.endsAt) > now;
	return (
		<div className="flex flex-col gap-6">
			<VisitList title={t('overview.next')} visits={visits.filter(isAhead).toReversed()} onOpen={setOpenId} />
			<VisitList title={t('overview.past')} visits={visits.filter((visit) => !isAhead(visit))} onOpen={setOpenId} />
			{opened && <VisitSheet visit={opened} onClose={() => setOpenId(undefined)} />}
		</div>
	);
}

interface VisitListProps {
	title: string;
	visits: readonly Appointment[];
	onOpen: (appointmentId: string) => void;
}

function VisitList({ title, visits, onOpen }: VisitListProps) {
	const format = useFormat();
	if (visits.length === 0) return null;
	return (
		<section>
			<h2 className="mb-2 text-title font-semibold">{title}</h2>
			<ul className="bg-surface border-line divide-line divide-y rounded-box border p-1">
				{visits.map((visit) => (
					<VisitRow
						key={visit.id}
						visit={visit}
						onOpen={() => onOpen(visit.id)}
						when={
							<>
								{format.date(visit.startsAt, 'shortDay')}
								<span className="text-muted block text-small font-normal">{format.time(visit.startsAt)}</span>
							</>
						}
					/>
				))}
			</ul>
		</section>
	);
}
