import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../../shared/contract/payments.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { toast } from '../../../../ui/toasts.ts';
import { changedPayments } from '../../../../lib/payments/own/payments.ts';
import { useHostPayments } from './useHostPayments.ts';

/** Tells the host that money came, or that a card was declined, whether the panel is open or not. */
export function PaymentWatch() {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const { data } = useHostPayments();
	const known = useRef<readonly Payment[] | null>(null);
	useEffect(() => {
		if (!data) return;
		for (const payment of changedPayments(known.current ?? data, data)) {
			const words = { name: payment.payer.name, amount: format.money(payment) };
			if (payment.status === 'RECEIVED') toast('success', t('payments.toast.received', words), { about: payment.id });
			if (payment.status === 'FAILED') toast('warn', t('payments.toast.failed', words), { about: payment.id });
		}
		known.current = data;
	}, [data, format, t]);
	return null;
}
