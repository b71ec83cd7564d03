import { EllipsisVertical, FileText, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentReceipt } from '../../../shared/contract/paymentList.ts';
import type { Payment } from '../../../shared/contract/payments.ts';
import { leftOf } from '../../../shared/domain/payments/refunds.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { useDownload } from '../useDownload.ts';
import { useFormat } from '../useFormat.ts';
import { useViewer } from '../viewer.ts';
import { RefundDialog } from './refunds/RefundDialog.tsx';

/** What can be done with a payment that was received; nothing for whoever may not. */
export function PaymentMenu({ payment }: { payment: Payment }) {
	const { t } = useTranslation(['refunds', 'billing']);
	const viewer = useViewer();
	const format = useFormat();
	const { download } = useDownload();
	const [refunding, setRefunding] = useState(false);
	const isTheirs = viewer.role === 'MANAGER' || viewer.memberId === payment.professionalId;
	if (!isTheirs || payment.status !== 'RECEIVED') return null;
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
				<MenuItem
					icon={<FileText aria-hidden />}
					onAction={() => download(paymentReceipt.path.replace(':paymentId', payment.id))}
				>
					{t('billing:receipt')}
				</MenuItem>
				{leftOf(payment) > 0 && (
					<MenuItem icon={<Undo2 aria-hidden />} onAction={() => setRefunding(true)}>
						{t('refund')}
					</MenuItem>
				)}
			</Menu>
			{refunding && <RefundDialog payment={payment} onClose={() => setRefunding(false)} />}
		</>
	);
}
