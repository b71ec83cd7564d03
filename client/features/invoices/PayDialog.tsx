import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { payInvoice, type Invoice } from '../../../shared/contract/invoices.ts';
import type { WayByHand } from '../../../shared/contract/payments.ts';
import { refreshInvoices } from '../../lib/invoices/queries.ts';
import { memberApi } from '../../lib/memberApi.ts';
import { WaySelect } from '../../lib/payments/record/WaySelect.tsx';
import { useFormat } from '../../lib/useFormat.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormError } from '../../ui/FormError.tsx';

/** By which way all of it was paid. */
export function PayDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
	const { t } = useTranslation(['invoices', 'billing']);
	const format = useFormat();
	const queryClient = useQueryClient();
	const [way, setWay] = useState<WayByHand>({ method: 'TRANSFER' });
	const { id, currency, totals } = invoice;
	const pay = useMutation({
		mutationFn: () => memberApi.call(payInvoice, { params: { invoiceId: id }, body: way }),
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
			<WaySelect value={way} onChange={setWay} />
			<FormError error={pay.error} />
		</FormDialog>
	);
}
