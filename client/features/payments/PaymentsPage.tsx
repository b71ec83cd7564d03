import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CreditCard, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { exportTakings } from '../../../shared/contract/takings.ts';
import { ExportButton } from '../../lib/ExportButton.tsx';
import { dateIn } from '../../lib/format.ts';
import { paths } from '../../lib/paths.ts';
import { PaymentList } from '../../lib/payments/PaymentList.tsx';
import { useNow } from '../../lib/useNow.ts';
import { useViewer } from '../../lib/viewer.ts';
import { periodOf } from '../../lib/visits/period.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { countSet, queryOf, readFilters, writeFilters, type Filters } from './list/filters.ts';
import { PaymentFilters } from './list/PaymentFilters.tsx';
import { paymentsQuery, takingsQuery } from './list/queries.ts';
import { MonthChoice } from './MonthChoice.tsx';
import { Breakdown } from './takings/Breakdown.tsx';
import { TotalCards } from './TotalCards.tsx';

/** A month's payments with their totals, narrowed by filters that stand in the address. */
export default function PaymentsPage() {
	const { t } = useTranslation([
		'billing',
		'disputes',
		'filters',
		'invoices',
		'payouts',
		'refunds',
		'visits',
		'common',
	]);
	const { timeZone, clinic, role } = useViewer();
	const [address, setAddress] = useSearchParams();
	const filters = readFilters(address);
	const change = (changes: Partial<Filters>, options?: { replace: boolean }) =>
		setAddress((before) => writeFilters({ ...readFilters(before), ...changes }), options);
	const thisMonth = dateIn(new Date(useNow(60_000)).toISOString(), timeZone).with({ day: 1 });
	const month = filters.month === '' ? thisMonth : Temporal.PlainDate.from(`${filters.month}-01`);
	const { from, to } = periodOf(month, month.daysInMonth, timeZone);
	const query = queryOf(filters);
	const list = useInfiniteQuery(paymentsQuery({ from, to, ...query }));
	const days = { from: month.toString(), to: month.with({ day: month.daysInMonth }).toString(), ...query };
	const { data: takings } = useQuery(takingsQuery(days));
	const payments = list.data?.pages.flatMap((page) => page.payments);
	const latest = list.data?.pages.at(-1);
	const isEmpty = payments?.length === 0 && takings?.length === 0;
	const isFiltered = countSet(filters) > 0 || filters.search !== '';

	return (
		<>
			<PageHeader
				title={t('title')}
				actions={
					<>
						{role === 'MANAGER' && <LinkButton to={paths.payouts}>{t('payouts:title')}</LinkButton>}
						<LinkButton to={paths.invoices}>{t('invoices:title')}</LinkButton>
						<ExportButton path={exportTakings.path} query={days} isDisabled={takings?.length === 0} />
					</>
				}
			/>
			<MonthChoice
				{...{ month, thisMonth }}
				onChange={(chosen) => change({ month: chosen.toPlainYearMonth().toString() })}
			/>
			<PaymentFilters {...{ filters, change }} />
			<div className="flex flex-col gap-4">
				{!clinic.paymentsEnabled && <Notice tone="info">{t('disabled')}</Notice>}
				{list.error && (
					<FormError
						error={list.error}
						action={<Button onPress={() => void list.refetch()}>{t('common:actions.retry')}</Button>}
					/>
				)}
				{!list.error && !(payments && takings) && <SkeletonList rows={4} />}
				{isEmpty && (
					<Card>
						{isFiltered ? (
							<EmptyState icon={<SearchX />} title={t('filter.none.title')} text={t('filter.none.text')} />
						) : (
							<EmptyState icon={<CreditCard />} title={t('empty.title')} text={t('empty.text')} />
						)}
					</Card>
				)}
				{payments && latest && takings && !isEmpty && (
					<>
						<TotalCards takings={takings} open={latest.open} />
						{takings.map((each) => (
							<Breakdown key={each.currency} takings={each} />
						))}
						{payments.length > 0 && (
							<>
								<p aria-live="polite" className="text-muted text-small">
									{t('shown', { shown: payments.length, total: latest.total })}
								</p>
								<PaymentList payments={payments} />
							</>
						)}
					</>
				)}
				{list.hasNextPage && (
					<Button className="self-center" isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
						{t('filters:more')}
					</Button>
				)}
			</div>
		</>
	);
}
