import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/useFormat.ts';
import { byRequest } from '../../../../lib/payments/own/payments.ts';
import { useHostPayments } from './useHostPayments.ts';

/** *Payment requested · kr 8,500 · waiting*, of the newest request. */
export function HostPaymentState() {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const newest = byRequest(useHostPayments().data ?? [])[0];
	if (!newest) return null;
	return t(`payments.state.${newest.status}`, { amount: format.money(newest) });
}
