import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settlePayment, type Payment, type WayByHand } from '../../../../shared/contract/payments.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { memberApi } from '../../memberApi.ts';
import { useFormat } from '../../useFormat.ts';
import { refreshVisits } from '../../visits/queries.ts';
import { WaySelect } from './WaySelect.tsx';

/** How a request was paid in place of by card. Its id is chosen once, so pressing twice writes it down once. Mount it to open it. */
export function SettleDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
	const { t } = useTranslation('billing');
	const format = useFormat();
	const queryClient = useQueryClient();
	const [id] = useState(() => crypto.randomUUID());
	const [way, setWay] = useState<WayByHand>({ method: 'TERMINAL' });
	const [receiptEmail, setReceiptEmail] = useState('');
	const settling = useMutation({
		mutationFn: () =>
			memberApi.call(settlePayment, {
				params: { paymentId: payment.id },
				body: { id, ...way, receiptEmail: receiptEmail.trim() || null },
			}),
		onSuccess: (received) => {
			toast('success', t('record.done', { amount: format.money(received) }));
			onClose();
		},
		onSettled: () =>
			Promise.all([queryClient.invalidateQueries({ queryKey: ['payments'] }), refreshVisits(queryClient)]),
	});
	return (
		<FormDialog
			title={t('record.title')}
			action={t('record.save')}
			onClose={onClose}
			onSubmit={() => settling.mutate()}
			isPending={settling.isPending}
		>
			<p>{t('record.settles', { amount: format.money(payment), name: payment.payer.name })}</p>
			<WaySelect value={way} onChange={setWay} />
			<TextField
				label={t('record.receiptEmail')}
				description={t('record.receiptHelp')}
				type="email"
				optional
				value={receiptEmail}
				onChange={setReceiptEmail}
				maxLength={254}
			/>
			<FormError error={settling.error} />
		</FormDialog>
	);
}
