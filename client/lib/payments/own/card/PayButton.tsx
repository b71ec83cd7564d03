import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../../shared/contract/payments.ts';
import { useFormat } from '../../../useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';

interface PayButtonProps {
	payment: Payment;
	isPending: boolean;
	isDisabled?: boolean;
}

/** Sends the card form; says the whole sum, so that nobody pays by mistake. */
export function PayButton({ payment, isPending, isDisabled = false }: PayButtonProps) {
	const { t } = useTranslation('payments');
	const format = useFormat();
	return (
		<Button type="submit" variant="primary" icon={<Lock aria-hidden />} isPending={isPending} isDisabled={isDisabled}>
			{t('cardForm.pay', { amount: format.money(payment) })}
		</Button>
	);
}
