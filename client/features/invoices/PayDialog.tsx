import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { payInvoice, type Invoice } from '../../../shared/contract/invoices.ts';
import { refreshInvoices } from '../../lib/invoices/queries.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Select } from '../../ui/Select.tsx';

const methods = ['TRANSFER', 'TERMINAL', 'CASH', 'OTHER'] as const;

/** By which way all of it was paid. */
export function PayDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
	const { t } = useTranslation(['invoices', 'billing']);
	const format = useFormat();
	const queryClient = useQueryClient();
	const [method, setMethod] = useState<(typeof methods)[number]>('TRANSFER');
	const { id, currency, totals } = invoice;
	const pay = useMutation({
		mutationFn: () => memberApi.call(payInvoice, { params: { invoiceId: id }, body: { method } }),
		onSuccess: onClose,
		onSettled: () => refreshInvoices(queryClient),
	});
	return (
		<FormDialog
			title={t('pay.open')}
			action={t('pay.do', { amount: format.money({ amountMinor: totals.grossMinor, currency }) })}
			onClose={onClose}
			onSubmit={() => pay.mutate()}
			isPending={pay.isPending}
		>
			<Select
				label={t('billing:record.method')}
				options={methods.map((value) => ({ value, label: t(`billing:method.${value}`) }))}
				value={method}
				onChange={setMethod}
			/>
			<FormError error={pay.error} />
		</FormDialog>
	);
}
