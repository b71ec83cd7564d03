import { CreditCard } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';
import { useTool } from '../context.tsx';
import { QuietCard } from '../QuietCard.tsx';
import { PayDialog } from '../../../../lib/payments/own/PayDialog.tsx';
import { declineReason, firstOpen } from '../../../../lib/payments/own/payments.ts';
import { useOwnPayments } from '../../../../lib/payments/own/useOwnPayments.ts';
import { Withdrawn } from './Withdrawn.tsx';

/** *Anna asks for kr 8,500*, with the way to pay. */
export function PaymentCard() {
	const { t } = useTranslation('tools');
	const { hostName } = useTool();
	const format = useFormat();
	const payments = useOwnPayments().data ?? [];
	const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
	const [payingId, setPayingId] = useState<string | null>(null);
	const due = firstOpen(payments.filter(({ id }) => !dismissed.has(id)));

	return (
		<>
			{due && payingId === null && (
				<QuietCard
					icon={CreditCard}
					title={t('payments.own.asks', {
						name: hostName ?? t('payments.own.clinic'),
						amount: format.money(due),
					})}
					text={due.status === 'FAILED' ? t(`payments.declined.${declineReason(due.failureCode)}`) : due.description}
					action={
						<Button variant="primary" onPress={() => setPayingId(due.id)}>
							{t('payments.own.payNow')}
						</Button>
					}
					onDismiss={() => setDismissed(new Set([...dismissed, due.id]))}
				/>
			)}
			{payingId === null && <Withdrawn payments={payments} />}
			{payingId !== null && <PayDialog paymentId={payingId} onClose={() => setPayingId(null)} />}
		</>
	);
}
