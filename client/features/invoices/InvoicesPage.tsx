import { useInfiniteQuery } from '@tanstack/react-query';
import { ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { InvoiceList } from '../../lib/invoices/InvoiceList.tsx';
import { invoicesQuery } from '../../lib/invoices/queries.ts';
import { paths } from '../../lib/paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';

const states = ['DRAFT', 'SENT', 'OVERDUE', 'PAID', 'VOID'] as const;

/** The viewer's invoices, for managers the clinic's. The state that is shown is part of the address. */
export default function InvoicesPage() {
	const { t } = useTranslation(['invoices', 'common']);
	const [search, setSearch] = useSearchParams();
	const chosen = states.find((state) => state === search.get('state'));
	const list = useInfiniteQuery(invoicesQuery(chosen === undefined ? {} : { state: chosen }));
	const { data: invoices, error, refetch } = list;
	return (
		<>
			<PageHeader title={t('title')} actions={<LinkButton to={paths.payments}>{t('payments')}</LinkButton>} />
			<div className="flex flex-col gap-4">
				<div role="group" aria-label={t('filter')} className="flex flex-wrap gap-2">
					<Chip isSelected={chosen === undefined} onPress={() => setSearch({}, { replace: true })}>
						{t('all')}
					</Chip>
					{states.map((state) => (
						<Chip key={state} isSelected={chosen === state} onPress={() => setSearch({ state }, { replace: true })}>
							{t(`state.${state}`)}
						</Chip>
					))}
				</div>
				{error && !invoices && (
					<FormError
						error={error}
						action={<Button onPress={() => void refetch()}>{t('common:actions.retry')}</Button>}
					/>
				)}
				{!error && !invoices && <SkeletonList rows={4} />}
				{invoices?.length === 0 && (
					<Card>
						<EmptyState
							icon={<ReceiptText />}
							title={t(chosen === undefined ? 'empty.title' : 'empty.filtered')}
							text={t('empty.text')}
						/>
					</Card>
				)}
				{invoices && invoices.length > 0 && <InvoiceList invoices={invoices} list={list} />}
			</div>
		</>
	);
}
