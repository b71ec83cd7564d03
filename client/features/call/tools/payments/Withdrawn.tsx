import { Ban } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../../shared/contract/payments.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';
import { QuietCard } from '../QuietCard.tsx';
import { changedPayments } from '../../../../lib/payments/own/payments.ts';

/** Tells the client that a request which stood open needs no answer any more. */
export function Withdrawn({ payments }: { payments: readonly Payment[] }) {
	const { t } = useTranslation('tools');
	const format = useFormat();
	const known = useRef(payments);
	const [told, setTold] = useState<Payment | null>(null);
	useEffect(() => {
		const withdrawn = changedPayments(known.current, payments).find(({ status }) => status === 'CANCELLED');
		if (withdrawn) setTold(withdrawn);
		known.current = payments;
	}, [payments]);
	if (!told) return null;
	return (
		<QuietCard
			icon={Ban}
			title={t('payments.own.withdrawn.title')}
			text={t('payments.own.withdrawn.text', { amount: format.money(told) })}
			action={<Button onPress={() => setTold(null)}>{t('panel.understood')}</Button>}
		/>
	);
}
