import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { invoiceQuery } from '../../lib/invoices/queries.ts';
import { StateBadge } from '../../lib/invoices/StateBadge.tsx';
import { paths } from '../../lib/paths.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SkeletonList } from '../../ui/SkeletonList.tsx';
import { InvoiceActions } from './InvoiceActions.tsx';
import { InvoiceLines } from './InvoiceLines.tsx';
import { InvoiceMails } from './InvoiceMails.tsx';

/** One invoice: what it asks for, where it stands, and what can be done with it now. */
export default function InvoicePage() {
	// The words of its dialogs too, so that opening one does not take the page away.
	const { t } = useTranslation(['invoices', 'billing', 'common']);
	const format = useFormat();
	const { invoiceId = '' } = useParams();
	const { data: invoice, error, refetch } = useQuery(invoiceQuery(invoiceId));
	if (!invoice) {
		return error ? (
			<FormError error={error} action={<Button onPress={() => void refetch()}>{t('common:actions.retry')}</Button>} />
		) : (
			<SkeletonList rows={3} rowClassName="h-28" />
		);
	}
	const { clientId, clientName, state, number, issuedOn, dueOn, createdAt, creditNote } = invoice;
	const day = (date: string) => format.date(Temporal.PlainDate.from(date), 'date');
	return (
		<>
			<PageHeader
				title={number === null ? t('draftTitle') : t('invoiceTitle', { number })}
				detail={<Link to={`${paths.client(clientId)}?tab=billing`}>{clientName}</Link>}
				actions={<InvoiceActions invoice={invoice} />}
			/>
			<div className="flex flex-col gap-4">
				<div className="flex flex-wrap items-center gap-x-4 gap-y-1">
					<StateBadge state={state} />
					<span className="text-muted">{t('createdOn', { date: format.date(createdAt, 'date') })}</span>
					{issuedOn !== null && <span className="text-muted">{t('issuedOn', { date: day(issuedOn) })}</span>}
					{dueOn !== null && <span className="text-muted">{t('dueOn', { date: day(dueOn) })}</span>}
				</div>
				{creditNote && (
					<Notice tone="info">
						{t('voided', { number: creditNote.number, reason: creditNote.reason, date: day(creditNote.issuedOn) })}
					</Notice>
				)}
				<InvoiceLines invoice={invoice} />
				<InvoiceMails invoice={invoice} />
			</div>
		</>
	);
}
