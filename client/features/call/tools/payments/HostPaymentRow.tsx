import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { withdrawPayment, type Payment } from '../../../../../shared/contract/payments.ts';
import { cardBrand } from '../../../../../shared/domain/payments/cardBrand.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DisputeLines } from '../../../../lib/payments/disputes/DisputeLines.tsx';
import { RefundLines } from '../../../../lib/payments/refunds/RefundLines.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { FormError } from '../../../../ui/FormError.tsx';
import { useTool } from '../context.tsx';
import { toolKey } from '../../../../lib/toolKey.ts';
import { PaymentBadge } from '../../../../lib/payments/own/PaymentBadge.tsx';
import { isOpen } from '../../../../lib/payments/own/payments.ts';

interface HostPaymentRowProps {
	payment: Payment;
	onAskAgain: () => void;
}

/** One request: where it stands, and what the professional can do about it. */
export function HostPaymentRow({ payment, onAskAgain }: HostPaymentRowProps) {
	const { t } = useTranslation('tools');
	const { api } = useTool();
	const format = useFormat();
	const queryClient = useQueryClient();
	const withdraw = useMutation({
		mutationFn: () => api.call(withdrawPayment, { params: { paymentId: payment.id } }),
		onSettled: () => queryClient.invalidateQueries({ queryKey: toolKey('payments') }),
	});
	return (
		<li className="border-line bg-surface flex flex-col gap-2 rounded-box border p-4">
			<div className="flex flex-wrap items-center justify-between gap-2">
				<span className="text-title font-semibold">{format.money(payment)}</span>
				<PaymentBadge status={payment.status} />
			</div>
			<p className="text-small">
				{payment.description} · {payment.payer.name}
			</p>
			<p className="text-muted text-small">
				<HostStep payment={payment} />
			</p>
			<RefundLines payment={payment} />
			<DisputeLines payment={payment} />
			<FormError error={withdraw.error} />
			{isOpen(payment) && (
				<div>
					<Button size="small" isPending={withdraw.isPending} onPress={() => withdraw.mutate()}>
						{t('payments.withdraw')}
					</Button>
				</div>
			)}
			{payment.status === 'CANCELLED' && (
				<div>
					<Button size="small" onPress={onAskAgain}>
						{t('payments.askAgain')}
					</Button>
				</div>
			)}
		</li>
	);
}

function HostStep({ payment }: { payment: Payment }) {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const name = payment.payer.name;
	switch (payment.status) {
		case 'REQUESTED':
			return t('payments.step.requested', { name, time: format.time(payment.requestedAt) });
		case 'PAYING':
			return t('payments.step.paying', { name });
		case 'FAILED':
			// Why is between the payer and the bank.
			return `${t('payments.declined.card_declined')} ${t('payments.step.failed', { name })}`;
		case 'CANCELLED':
			return t('payments.step.cancelled');
		case 'RECEIVED':
			return [
				t('payments.step.received', { time: format.time(payment.receivedAt ?? payment.requestedAt) }),
				payment.card && t('payments.card', { ...payment.card, brand: cardBrand(payment.card.brand) }),
			]
				.filter(Boolean)
				.join(' · ');
	}
}
