import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportActivities } from '../../../shared/contract/activities.ts';
import { ExportButton } from '../../lib/ExportButton.tsx';
import { dateIn } from '../../lib/format.ts';
import { useNow } from '../../lib/useNow.ts';
import { useWideScreen } from '../../lib/useWideScreen.ts';
import { useViewer } from '../../lib/viewer.ts';
import { visitQuery } from '../../lib/visits/queries.ts';
import { VisitList } from '../../lib/visits/VisitList.tsx';
import { VisitSheet } from '../../lib/visits/VisitSheet.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { ActivityTable } from './ActivityTable.tsx';
import { FilterBar } from './FilterBar.tsx';
import { isInOrder, queryOf } from './filters.ts';
import { activitiesQuery } from './queries.ts';
import { useFilters } from './useFilters.ts';

/** Every visit, newest first: filtered, searched, and saved as a file. */
export default function ActivitiesPage() {
	const { t } = useTranslation(['activities', 'filters', 'visits', 'common']);
	const { timeZone, role } = useViewer();
	const showsProfessional = role === 'MANAGER';
	const isWide = useWideScreen();
	const choice = useFilters();
	const today = dateIn(new Date(useNow(60_000)).toISOString(), timeZone);
	const query = queryOf(choice.filters, today);
	const makesSense = isInOrder(query);
	const list = useInfiniteQuery({ ...activitiesQuery(query), enabled: makesSense });
	const visits = list.data?.pages.flatMap(({ activities }) => activities);
	const total = list.data?.pages.at(-1)?.total ?? 0;

	const [openId, setOpenId] = useState<string>();
	const opened = useQuery({ ...visitQuery(openId ?? ''), enabled: openId !== undefined });
	const error = list.error ?? opened.error;

	return (
		<>
			<PageHeader
				title={t('title')}
				actions={<ExportButton path={exportActivities.path} query={query} isDisabled={!makesSense} />}
			/>
			<FilterBar choice={choice} today={today} />
			<div className="flex flex-col gap-3">
				{error && (
					<FormError
						error={error}
						action={
							<Button onPress={() => void (list.error ? list.refetch() : opened.refetch())}>
								{t('common:actions.retry')}
							</Button>
						}
					/>
				)}
				{list.isLoading && <SkeletonList rows={6} />}
				{visits?.length === 0 && (
					<Card>
						<EmptyState
							icon={<SearchX />}
							title={t('empty.title')}
							text={t('empty.text')}
							action={
								choice.filters.period !== 'all' && (
									<Button onPress={() => choice.change({ period: 'all' })}>{t('empty.wider')}</Button>
								)
							}
						/>
					</Card>
				)}
				{visits && visits.length > 0 && (
					<>
						<p aria-live="polite" className="text-muted text-small">
							{t('shown', { shown: visits.length, total })}
						</p>
						{isWide ? (
							<ActivityTable {...{ visits, showsProfessional }} onOpen={setOpenId} />
						) : (
							<VisitList {...{ visits, showsProfessional }} label={t('title')} onOpen={setOpenId} />
						)}
					</>
				)}
				{list.hasNextPage && (
					<Button className="self-center" isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
						{t('filters:more')}
					</Button>
				)}
			</div>
			{openId !== undefined && opened.data && <VisitSheet visit={opened.data} onClose={() => setOpenId(undefined)} />}
		</>
	);
}
