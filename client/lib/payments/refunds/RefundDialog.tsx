import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refundPayment, type Payment } from '../../../../shared/contract/payments.ts';
import { cardBrand } from '../../../../shared/domain/payments/cardBrand.ts';
import { leftOf } from '../../../../shared/domain/payments/refunds.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { MoneyField } from '../../../ui/MoneyField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { memberApi } from '../../memberApi.ts';
import { useFormat } from '../../useFormat.ts';
import { visitsKey } from '../../visits/queries.ts';

/** How much goes back and why, and what then remains. Its id is chosen once, so pressing twice sends it once. */
export function RefundDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
	const { t } = useTranslation('refunds');
	const format = useFormat();
	const queryClient = useQueryClient();
	const left = leftOf(payment);
	const [id] = useState(() => crypto.randomUUID());
	const [amountMinor, setAmountMinor] = useState<number | null>(left);
	const [reason, setReason] = useState('');
	const money = (minor: number) => format.money({ amountMinor: minor, currency: payment.currency });
	const isTooMuch = (amountMinor ?? 0) > left;

	const send = useMutation({
		mutationFn: (wanted: number) =>
			memberApi.call(refundPayment, {
				params: { paymentId: payment.id },
				body: { id, amountMinor: wanted, reason },
			}),
		onSuccess: ({ refunds }, wanted) => {
			const status = refunds.find((each) => each.id === id)?.status ?? 'PENDING';
			toast(status === 'FAILED' ? 'danger' : 'success', t(`said.${status}`, { amount: money(wanted) }));
			onClose();
		},
		onSettled: () =>
			Promise.all([
				queryClient.invalidateQueries({ queryKey: ['payments'] }),
				queryClient.invalidateQueries({ queryKey: visitsKey }),
			]),
	});
	return (
		<FormDialog
			title={t('title')}
			action={amountMinor ? t('send', { amount: money(amountMinor) }) : t('sendEmpty')}
			onClose={onClose}
			onSubmit={() => amountMinor && send.mutate(amountMinor)}
			isPending={send.isPending}
			isIncomplete={!amountMinor || isTooMuch}
		>
			<div className="bg-sunken rounded-box px-4 py-3">
				<p className="font-medium">{payment.payer.name}</p>
				<p className="text-muted text-small">{payment.description}</p>
			</div>
			<MoneyField
				label={t('amount')}
				currency={payment.currency}
				amountMinor={amountMinor}
				onChange={setAmountMinor}
				isRequired
				{...(isTooMuch && { errorMessage: t('tooMuch', { amount: money(left) }) })}
			/>
			<TextField
				label={t('reason')}
				description={t('reasonHelp')}
				optional
				value={reason}
				onChange={setReason}
				maxLength={200}
			/>
			<dl aria-live="polite" className="border-line divide-line divide-y rounded-box border">
				{[
					[t('sum.paid'), payment.amountMinor],
					...(payment.refundedMinor > 0 ? [[t('sum.before'), -payment.refundedMinor] as const] : []),
					[t('sum.now'), -(amountMinor ?? 0)],
					[t('sum.left'), Math.max(0, left - (amountMinor ?? 0))],
				].map(([name, minor]) => (
					<div key={name} className="flex justify-between gap-4 px-4 py-2 last:font-semibold">
						<dt>{name}</dt>
						<dd className="tabular-nums">{money(Number(minor))}</dd>
					</div>
				))}
			</dl>
			<p className="text-muted text-small">
				{payment.method !== 'CARD'
					? t('byHand')
					: payment.card
						? t('toCard', { brand: cardBrand(payment.card.brand), last4: payment.card.last4 })
						: t('toPayer')}
				{payment.receiptEmail && ` ${t('mail', { email: payment.receiptEmail })}`}
			</p>
			<FormError error={send.error} />
		</FormDialog>
	);
}
