import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { disconnectAccount, type PaymentAccount } from '../../../../shared/contract/paymentSetup.ts';
import { isSamtalError } from '../../../lib/api.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { toast } from '../../../ui/toasts.ts';
import { accountQuery } from './queries.ts';

interface DisconnectDialogProps {
	account: NonNullable<PaymentAccount['account']>;
	/** How many requests clients could still pay when that was read last. */
	openRequests: number;
	onClose: () => void;
}

/** Asks before the clinic's account is disconnected, and whether to withdraw what is open. Mount it to open it. */
export function DisconnectDialog({ account, openRequests, onClose }: DisconnectDialogProps) {
	const { t } = useTranslation(['clientPayments', 'common']);
	const queryClient = useQueryClient();
	const leaving = useMutation({
		mutationFn: (withdrawOpen: boolean) =>
			memberApi.call(disconnectAccount, { body: { account: account.id, withdrawOpen } }),
		onSuccess: (left) => {
			queryClient.setQueryData(accountQuery.queryKey, left);
			toast('success', t('account.leave.done'));
			onClose();
		},
	});
	// A request may have come since: the refusal says how many there are now.
	const refused = isSamtalError(leaving.error, 'OPEN_PAYMENTS') ? leaving.error.details.count : undefined;
	const count = refused ?? openRequests;
	return (
		<Dialog
			isOpen
			role="alertdialog"
			onClose={onClose}
			title={t('account.leave.title')}
			footer={
				<>
					<Button onPress={onClose}>{t('common:actions.cancel')}</Button>
					<Button variant="danger" isPending={leaving.isPending} onPress={() => leaving.mutate(count > 0)}>
						{t(count > 0 ? 'account.leave.withdraw' : 'account.disconnect')}
					</Button>
				</>
			}
		>
			<div className="flex flex-col gap-4">
				<p>{t(account.ownKeys ? 'account.keys.leave' : 'account.leave.text')}</p>
				{count > 0 && <Notice tone="warn">{t('account.leave.open', { count })}</Notice>}
				<FormError error={refused === undefined ? leaving.error : null} />
			</div>
		</Dialog>
	);
}
