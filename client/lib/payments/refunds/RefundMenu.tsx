import { EllipsisVertical, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '../../../../shared/contract/payments.ts';
import { leftOf } from '../../../../shared/domain/payments/refunds.ts';
import { useFormat } from '../../useFormat.ts';
import { useViewer } from '../../viewer.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import { RefundDialog } from './RefundDialog.tsx';

/** What can still be done with a payment that was received; nothing for whoever may not, or when all went back. */
export function RefundMenu({ payment }: { payment: Payment }) {
	const { t } = useTranslation('refunds');
	const viewer = useViewer();
	const format = useFormat();
	const [refunding, setRefunding] = useState(false);
	const mayRefund = viewer.role === 'MANAGER' || viewer.memberId === payment.professionalId;
	if (!mayRefund || (leftOf(payment) === 0 && !refunding)) return null;
	const label = t('menu', { name: payment.payer.name, amount: format.money(payment) });
	return (
		<>
			<Menu
				label={label}
				trigger={
					<IconButton label={label}>
						<EllipsisVertical aria-hidden />
					</IconButton>
				}
			>
				<MenuItem icon={<Undo2 aria-hidden />} onAction={() => setRefunding(true)}>
					{t('refund')}
				</MenuItem>
			</Menu>
			{refunding && <RefundDialog payment={payment} onClose={() => setRefunding(false)} />}
		</>
	);
}
