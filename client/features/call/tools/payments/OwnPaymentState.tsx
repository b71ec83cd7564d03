import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../lib/useFormat.ts';
import { byRequest, firstOpen } from '../../../../lib/payments/own/payments.ts';
import { useOwnPayments } from '../../../../lib/payments/own/useOwnPayments.ts';

/** What the client is asked for now, else what became of the last request. */
export function OwnPaymentState() {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const payments = useOwnPayments().data ?? [];
	const shown = firstOpen(payments) ?? byRequest(payments)[0];
	if (!shown) return null;
	return t(`payments.own.state.${shown.status}`, { amount: format.money(shown) });
}
