import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Landmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SamtalError } from '../../../../shared/contract/errors.ts';
import { listPayouts, type Payout, type PayoutStatus } from '../../../../shared/contract/payouts.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { paths } from '../../../lib/paths.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonList } from '../../../ui/SkeletonList.tsx';
import { Statements, statementsQuery } from './Statements.tsx';

const payoutsQuery = infiniteQueryOptions({
	queryKey: ['payments', 'payouts'],
	queryFn: ({ pageParam: after, signal }) =>
		memberApi.call(listPayouts, { query: after === '' ? {} : { after } }, { signal }),
	initialPageParam: '',
	getNextPageParam: ({ next }) => next,
});

const tones: Record<PayoutStatus, Tone> = {
	PENDING: 'neutral',
	IN_TRANSIT: 'info',
	PAID: 'success',
	FAILED: 'danger',
	CANCELLED: 'neutral',
};

/** For managers: what Stripe sent to the clinic's bank, and what is on its way there. */
export default function PayoutsPage() {
	const { t } = useTranslation(['payouts', 'filters', 'common']);
	const list = useInfiniteQuery(payoutsQuery);
	const { data: statements } = useQuery(statementsQuery);
	const payouts = list.data?.pages.flatMap((page) => page.payouts);
	const isAway = list.error instanceof SamtalError && list.error.code === 'PAYMENT_PROVIDER';
	return (
		<div className="max-w-2xl">
			<PageHeader
				title={t('title')}
				detail={t('detail')}
				actions={<LinkButton to={paths.payments}>{t('payments')}</LinkButton>}
			/>
			<div className="flex flex-col gap-4">
				<Statements />
				{isAway && <Notice tone="info">{t('unreachable')}</Notice>}
				{list.error && (
					<FormError
						error={list.error}
						action={<Button onPress={() => void list.refetch()}>{t('common:actions.retry')}</Button>}
					/>
				)}
				{list.isLoading && <SkeletonList rows={4} />}
				{payouts?.length === 0 && statements?.length === 0 && (
					<Card>
						<EmptyState icon={<Landmark />} title={t('empty.title')} text={t('empty.text')} />
					</Card>
				)}
				{payouts && payouts.length > 0 && (
					<ul aria-label={t('title')} className="bg-surface border-line divide-line divide-y rounded-box border px-4">
						{payouts.map((payout) => (
							<PayoutRow key={payout.id} payout={payout} />
						))}
					</ul>
				)}
				{list.hasNextPage && (
					<Button className="self-center" isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
						{t('filters:more')}
					</Button>
				)}
			</div>
		</div>
	);
}

function PayoutRow({ payout }: { payout: Payout }) {
	const { t } = useTranslation('payouts');
	const format = useFormat();
	const day = format.date(Temporal.PlainDate.from(payout.arrivesOn), 'date');
	const isOver = payout.status === 'FAILED' || payout.status === 'CANCELLED';
	return (
		<li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3.5">
			<span className="text-muted min-w-0 flex-1 basis-40">
				{isOver ? day : t(payout.status === 'PAID' ? 'arrived' : 'expected', { day })}
			</span>
			<Badge tone={tones[payout.status]}>{t(`status.${payout.status}`)}</Badge>
			<span className="min-w-24 text-right font-semibold tabular-nums">{format.money(payout)}</span>
		</li>
	);
}
