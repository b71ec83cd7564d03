import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, CreditCard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listPayments } from '../../../shared/contract/payments.ts';
import { exportTakings } from '../../../shared/contract/takings.ts';
import { ExportButton } from '../../lib/ExportButton.tsx';
import { dateIn } from '../../lib/format.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { paths } from '../../lib/paths.ts';
import { PaymentList } from '../../lib/payments/PaymentList.tsx';
import { useFormat } from '../../lib/useFormat.ts';
import { useNow } from '../../lib/useNow.ts';
import { useViewer } from '../../lib/viewer.ts';
import { periodOf } from '../../lib/visits/period.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { Breakdown } from './takings/Breakdown.tsx';
import { takingsQuery } from './takings/takingsQuery.ts';
import { TotalCards } from './TotalCards.tsx';

/** A month's payments with their totals. */
export default function PaymentsPage() {
	const { t } = useTranslation(['billing', 'invoices', 'common']);
	const { timeZone, clinic } = useViewer();
	const format = useFormat();
	const [search, setSearch] = useSearchParams();
	const thisMonth = dateIn(new Date(useNow(60_000)).toISOString(), timeZone).with({ day: 1 });
	const asked = search.get('month');
	const month = asked && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked) ? Temporal.PlainDate.from(`${asked}-01`) : thisMonth;
	const { from, to } = periodOf(month, month.daysInMonth, timeZone);
	const {
		data: payments,
		error,
		refetch,
	} = useQuery({
		queryKey: ['payments', 'period', from, to],
		queryFn: async ({ signal }) => (await memberApi.call(listPayments, { query: { from, to } }, { signal })).payments,
	});
	const days = { from: month.toString(), to: month.with({ day: month.daysInMonth }).toString() };
	const { data: takings } = useQuery(takingsQuery(days));
	const goTo = (date: Temporal.PlainDate) => setSearch({ month: date.toPlainYearMonth().toString() });

	return (
		<>
			<PageHeader
				title={t('title')}
				actions={
					<>
						<LinkButton to={paths.invoices}>{t('invoices:title')}</LinkButton>
						<ExportButton path={exportTakings.path} query={days} />
					</>
				}
			/>
			<div className="flex flex-col gap-4">
				<div className="flex items-center gap-1">
					<IconButton label={t('previousMonth')} onPress={() => goTo(month.subtract({ months: 1 }))}>
						<ChevronLeft aria-hidden />
					</IconButton>
					<IconButton
						label={t('nextMonth')}
						onPress={() => goTo(month.add({ months: 1 }))}
						isDisabled={!(Temporal.PlainDate.compare(month, thisMonth) < 0)}
					>
						<ChevronRight aria-hidden />
					</IconButton>
					<h2 aria-live="polite" className="ml-1 text-title font-semibold first-letter:uppercase">
						{format.date(month, 'month')}
					</h2>
				</div>
				{!clinic.paymentsEnabled && <Notice tone="info">{t('disabled')}</Notice>}
				{error && !payments && (
					<FormError
						error={error}
						action={<Button onPress={() => void refetch()}>{t('common:actions.retry')}</Button>}
					/>
				)}
				{!error && !(payments && takings) && <SkeletonList rows={4} />}
				{payments?.length === 0 && takings?.length === 0 && (
					<Card>
						<EmptyState icon={<CreditCard />} title={t('empty.title')} text={t('empty.text')} />
					</Card>
				)}
				{payments && takings && payments.length + takings.length > 0 && (
					<>
						<TotalCards takings={takings} payments={payments} />
						{takings.map((each) => (
							<Breakdown key={each.currency} takings={each} />
						))}
						{payments.length > 0 && <PaymentList payments={payments} />}
					</>
				)}
			</div>
		</>
	);
}
