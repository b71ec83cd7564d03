import { useMutation } from '@tanstack/react-query';
import { EllipsisVertical, HandCoins, Link, Mail } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sharePayLink, type Payment } from '../../../shared/contract/payments.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { toast } from '../../ui/toasts.ts';
import { memberApi } from '../memberApi.ts';
import { useErrorText } from '../useErrorText.ts';
import { useFormat } from '../useFormat.ts';
import { useViewer } from '../viewer.ts';

const SettleDialog = lazy(async () => ({ default: (await import('./record/SettleDialog.tsx')).SettleDialog }));

const copy = (text: Promise<string>) => navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);

/**
 * How whoever is asked for a payment comes to pay it without a call: with its link, or by another way; nothing for whoever may
 * not do that.
 */
export function PayLinkMenu({ payment }: { payment: Payment }) {
	const { t } = useTranslation('billing');
	const viewer = useViewer();
	const format = useFormat();
	const errorText = useErrorText();
	const [settling, setSettling] = useState(false);
	const share = useMutation({
		mutationFn: async (byMail: boolean) => {
			const shared = memberApi.call(sharePayLink, { params: { paymentId: payment.id }, body: { byMail } });
			// Begun while the press counts: Safari lets nobody write to the clipboard after an answer from elsewhere.
			if (!byMail) await copy(shared.then(({ link }) => link));
			await shared;
		},
		onSuccess: (_, byMail) =>
			toast('success', t(byMail ? 'payLink.sent' : 'payLink.copied', { name: payment.payer.name })),
		onError: (error) => toast('danger', errorText(error)),
	});
	if (viewer.role !== 'MANAGER' && viewer.memberId !== payment.professionalId) return null;
	const label = t('payLink.menu', { name: payment.payer.name, amount: format.money(payment) });
	return (
		<>
			<Menu
				label={label}
				trigger={
					<IconButton label={label} isDisabled={share.isPending}>
						<EllipsisVertical aria-hidden />
					</IconButton>
				}
			>
				<MenuItem icon={<Link aria-hidden />} onAction={() => share.mutate(false)}>
					{t('payLink.copy')}
				</MenuItem>
				{payment.payer.clientId !== null && (
					<MenuItem icon={<Mail aria-hidden />} onAction={() => share.mutate(true)}>
						{t('payLink.send')}
					</MenuItem>
				)}
				<MenuItem icon={<HandCoins aria-hidden />} onAction={() => setSettling(true)}>
					{t('record.otherWay')}
				</MenuItem>
			</Menu>
			{settling && (
				<Suspense fallback={null}>
					<SettleDialog payment={payment} onClose={() => setSettling(false)} />
				</Suspense>
			)}
		</>
	);
}
