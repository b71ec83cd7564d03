import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { Client } from '../../../shared/contract/clients.ts';
import { useNow } from '../../lib/useNow.ts';
import { LastCall } from '../../lib/visits/call/LastCall.tsx';
import { callLogQuery, clientVisitsQuery } from '../../lib/visits/queries.ts';
import { VisitList } from '../../lib/visits/VisitList.tsx';
import { VisitSheet } from '../../lib/visits/VisitSheet.tsx';
import { hasBegun, inRecordOf, isOpen } from '../../lib/visits/visitState.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';

/** The client's visits: those to come, then those that were. */
export function OverviewTab({ client }: { client: Client }) {
	const { t } = useTranslation(['clients', 'callLog']);
	const now = useNow(60_000);
	const { data: visits, error } = useQuery(clientVisitsQuery(client.id));
	const last = visits?.find((visit) => hasBegun(visit) && visit.office.kind === 'VIDEO');
	const { data: log, isLoading } = useQuery({ ...callLogQuery(last?.id ?? ''), enabled: last !== undefined });
	const [openId, setOpenId] = useState<string>();
	const opened = visits?.find(({ id }) => id === openId);

	if (error && !visits) return <FormError error={error} />;
	// Drawn at once, as the visits below would move away from under a finger.
	if (!visits || isLoading) return <SkeletonList rows={3} />;
	if (visits.length === 0) {
		return (
			<Card>
				<EmptyState icon={<CalendarClock />} title={t('overview.empty.title')} text={t('overview.empty.text')} />
			</Card>
		);
	}
	const theirs = visits.map((visit) => inRecordOf(client.id, visit));
	const isAhead = (visit: Appointment) => isOpen(visit) && Date.parse(visit.endsAt) > now;
	return (
		<div className="flex flex-col gap-6">
			<Part title={t('overview.next')} visits={theirs.filter(isAhead).toReversed()} onOpen={setOpenId} />
			{last && log && log.people.length > 0 && <LastCall visit={last} log={log} />}
			<Part title={t('overview.past')} visits={theirs.filter((visit) => !isAhead(visit))} onOpen={setOpenId} />
			{opened && <VisitSheet visit={opened} onClose={() => setOpenId(undefined)} />}
		</div>
	);
}

interface PartProps {
	title: string;
	visits: readonly Appointment[];
	onOpen: (appointmentId: string) => void;
}

function Part({ title, visits, onOpen }: PartProps) {
	if (visits.length === 0) return null;
	return (
		<section>
			<h2 className="mb-2 text-title font-semibold">{title}</h2>
			<VisitList label={title} visits={visits} onOpen={onOpen} />
		</section>
	);
}
