import { useQuery } from '@tanstack/react-query';
import { CalendarPlus, Coffee, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.ts';
import { useNow } from '../../lib/useNow.ts';
import { useViewer } from '../../lib/viewer.ts';
import { NewVisitDialog } from '../../lib/visits/NewVisitDialog.tsx';
import { dateIn } from '../../lib/format.ts';
import { periodOf } from '../../lib/visits/period.ts';
import { visitsQuery } from '../../lib/visits/queries.ts';
import { VisitRow } from '../../lib/visits/VisitRow.tsx';
import { VisitSheet } from '../../lib/visits/VisitSheet.tsx';
import { nextVisit } from '../../lib/visits/visitState.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { NextVisitCard } from './NextVisitCard.tsx';

/** The day at a glance: the next visit large, then the day's list. */
export default function TodayPage() {
	const { t } = useTranslation(['today', 'visits', 'common']);
	const { timeZone } = useViewer();
	const format = useFormat();
	const now = useNow(30_000);
	const today = dateIn(new Date(now).toISOString(), timeZone);
	const { from, to } = periodOf(today, 1, timeZone);
	const { data: visits, error, refetch } = useQuery(visitsQuery(from, to));
	const [openId, setOpenId] = useState<string>();
	const [adding, setAdding] = useState(false);

	const next = nextVisit(visits ?? [], now);
	const opened = visits?.find(({ id }) => id === openId);
	const newVisit = (
		<Button
			variant={visits?.length === 0 ? 'primary' : 'secondary'}
			icon={<Plus aria-hidden />}
			onPress={() => setAdding(true)}
		>
			{t('visits:new.action')}
		</Button>
	);

	return (
		<>
			<PageHeader title={t('title')} detail={format.date(today, 'day')} actions={visits?.length !== 0 && newVisit} />
			{error && !visits && (
				<FormError error={error} action={<Button onPress={() => void refetch()}>{t('common:actions.retry')}</Button>} />
			)}
			{!error && !visits && <SkeletonList rows={3} rowClassName="h-28" />}
			{visits?.length === 0 && (
				<Card>
					<EmptyState icon={<CalendarPlus />} title={t('empty.title')} text={t('empty.text')} action={newVisit} />
				</Card>
			)}
			{visits && visits.length > 0 && (
				<div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
					{next ? (
						<NextVisitCard visit={next} now={now} onDetails={() => setOpenId(next.id)} />
					) : (
						<Card>
							<EmptyState icon={<Coffee />} title={t('done.title')} text={t('done.text')} />
						</Card>
					)}
					<section aria-labelledby="today-list">
						<h2 id="today-list" className="mb-2 text-title font-semibold">
							{t('list')}
						</h2>
						<ul className="bg-surface border-line divide-line divide-y rounded-box border p-1">
							{visits.map((visit) => (
								<VisitRow key={visit.id} visit={visit} onOpen={() => setOpenId(visit.id)} />
							))}
						</ul>
					</section>
				</div>
			)}
			{opened && <VisitSheet visit={opened} onClose={() => setOpenId(undefined)} />}
			{adding && <NewVisitDialog onClose={() => setAdding(false)} />}
		</>
	);
}
