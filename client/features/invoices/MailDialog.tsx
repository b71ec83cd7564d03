import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mailInvoice, type Invoice, type InvoiceMail } from '../../../shared/contract/invoices.ts';
import { refreshInvoices } from '../../lib/invoices/queries.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';

interface MailDialogProps {
	invoice: Invoice;
	onClose: () => void;
}

/** Asks before an invoice is mailed as it was. */
export const MailAgainDialog = (props: MailDialogProps) => <MailDialog {...props} kind="INVOICE" />;

/** Asks before its client is reminded of it. */
export const RemindDialog = (props: MailDialogProps) => <MailDialog {...props} kind="REMINDER" />;

function MailDialog({ invoice, onClose, kind }: MailDialogProps & { kind: InvoiceMail['kind'] }) {
	const { t } = useTranslation('invoices');
	const queryClient = useQueryClient();
	// What was mailed when this was opened: who presses twice, or after a colleague, sends nothing more.
	const [number] = useState(invoice.mails.length + 1);
	const send = useMutation({
		mutationFn: () => memberApi.call(mailInvoice, { params: { invoiceId: invoice.id }, body: { kind, number } }),
		onSuccess: onClose,
		onSettled: () => refreshInvoices(queryClient),
	});
	const words = kind === 'REMINDER' ? 'remind' : 'again';
	return (
		<FormDialog
			title={t(`${words}.title`)}
			action={t(`${words}.do`)}
			onClose={onClose}
			onSubmit={() => send.mutate()}
			isPending={send.isPending}
		>
			<p className="[overflow-wrap:anywhere]">{t('mailTo', { address: invoice.mailTo ?? '' })}</p>
			<FormError error={send.error} />
		</FormDialog>
	);
}
