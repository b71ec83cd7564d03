import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { voidInvoice, type Invoice } from '../../../shared/contract/invoices.ts';
import { refreshInvoices } from '../../lib/invoices/queries.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Takes an invoice back by a credit note, which says why. */
export function VoidDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
	const { t } = useTranslation('invoices');
	const queryClient = useQueryClient();
	const [reason, setReason] = useState('');
	const takeBack = useMutation({
		mutationFn: () => memberApi.call(voidInvoice, { params: { invoiceId: invoice.id }, body: { reason } }),
		onSuccess: onClose,
		onSettled: () => refreshInvoices(queryClient),
	});
	return (
		<FormDialog
			title={t('void.title')}
			action={t('void.do')}
			onClose={onClose}
			onSubmit={() => takeBack.mutate()}
			isPending={takeBack.isPending}
			isIncomplete={reason.trim() === ''}
		>
			<p>{t(invoice.state === 'PAID' ? 'void.textPaid' : 'void.text')}</p>
			<TextField label={t('void.reason')} value={reason} onChange={setReason} maxLength={200} isRequired />
			<FormError error={takeBack.error} />
		</FormDialog>
	);
}
