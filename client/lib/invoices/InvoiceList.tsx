import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Invoice } from '../../../shared/contract/invoices.ts';
import { Button } from '../../ui/Button.tsx';
import { paths } from '../paths.ts';
import { useFormat } from '../useFormat.ts';
import { StateBadge } from './StateBadge.tsx';

interface InvoiceListProps {
	invoices: readonly Invoice[];
	/** The query of them, which may have further pages. */
	list: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}

/** Invoices with their state, in the order given; each leads to its own page. */
export function InvoiceList({ invoices, list }: InvoiceListProps) {
	const { t } = useTranslation('invoices');
	return (
		<>
			<ul aria-label={t('title')} className="bg-surface border-line divide-line divide-y rounded-box border">
				{invoices.map((invoice) => (
					<InvoiceRow key={invoice.id} invoice={invoice} />
				))}
			</ul>
			{list.hasNextPage && (
				<Button className="self-center" isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
					{t('more')}
				</Button>
			)}
		</>
	);
}

function InvoiceRow({ invoice }: { invoice: Invoice }) {
	const { t } = useTranslation('invoices');
	const format = useFormat();
	const { id, number, clientName, state, issuedOn, dueOn, createdAt, currency, totals } = invoice;
	const day = (date: string) => format.date(Temporal.PlainDate.from(date), 'date');
	return (
		<li>
			<Link
				to={paths.invoice(id)}
				className="text-ink hover:bg-sunken flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3.5 no-underline -outline-offset-2"
			>
				<div className="order-1 min-w-0 flex-1 basis-28 sm:basis-44">
					<p className="truncate font-medium">{clientName}</p>
					<p className="text-muted text-small tabular-nums">{number ?? t('state.DRAFT')}</p>
				</div>
				<div className="text-muted order-4 flex-1 basis-40 text-small sm:order-2 sm:flex-none">
					<p>
						{issuedOn === null
							? t('createdOn', { date: format.date(createdAt, 'date') })
							: t('issuedOn', { date: day(issuedOn) })}
					</p>
					{dueOn !== null && <p>{t('dueOn', { date: day(dueOn) })}</p>}
				</div>
				<div className="order-5 sm:order-3">
					<StateBadge state={state} />
				</div>
				<p className="order-2 ml-auto min-w-24 text-right font-semibold tabular-nums sm:order-4">
					{format.money({ amountMinor: totals.grossMinor, currency })}
				</p>
			</Link>
		</li>
	);
}
