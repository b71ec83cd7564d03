import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendInvoice, type Invoice } from '../../../shared/contract/invoices.ts';
import { refreshInvoices } from '../../lib/invoices/queries.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';

const daysToPay = ['0', '14', '30'] as const;

/** How long there is to pay; sending closes the invoice for good. */
export function SendDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
	const { t } = useTranslation('invoices');
	const queryClient = useQueryClient();
	const [days, setDays] = useState<(typeof daysToPay)[number]>('14');
	const send = useMutation({
		mutationFn: () =>
			memberApi.call(sendInvoice, { params: { invoiceId: invoice.id }, body: { daysToPay: Number(days) } }),
		onSuccess: onClose,
		onSettled: () => refreshInvoices(queryClient),
	});
	return (
		<FormDialog
			title={t('send.title')}
			action={t('send.do')}
			onClose={onClose}
			onSubmit={() => send.mutate()}
			isPending={send.isPending}
		>
			<Select
				label={t('send.days')}
				options={daysToPay.map((value) => ({ value, label: t(`send.in.${value}`) }))}
				value={days}
				onChange={setDays}
			/>
			<Notice tone="info">{t('send.final')}</Notice>
			<FormError error={send.error} />
		</FormDialog>
	);
}
