import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { giveOwnKeys } from '../../../../shared/contract/paymentSetup.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { accountQuery } from './queries.ts';

interface KeysDialogProps {
	/** The account whose place theirs takes, or whose keys they are; null where there is none yet. */
	insteadOf: string | null;
	onClose: () => void;
}

/** Takes a clinic's own Stripe keys. Mount it to open it. */
export function KeysDialog({ insteadOf, onClose }: KeysDialogProps) {
	const { t } = useTranslation('clientPayments');
	const queryClient = useQueryClient();
	const [secretKey, setSecretKey] = useState('');
	const [publishableKey, setPublishableKey] = useState('');
	const giving = useMutation({
		mutationFn: () => memberApi.call(giveOwnKeys, { body: { secretKey, publishableKey, insteadOf } }),
		onSuccess: (account) => {
			queryClient.setQueryData(accountQuery.queryKey, account);
			toast('success', t('account.keys.done'));
			onClose();
		},
	});
	const { body } = giveOwnKeys;
	const wrong = (field: 'publishableKey' | 'secretKey', value: string) =>
		value === '' || body.shape[field].safeParse(value).success ? undefined : t('account.keys.malformed');
	const problems = { secret: wrong('secretKey', secretKey), publishable: wrong('publishableKey', publishableKey) };
	const isIncomplete =
		secretKey === '' || publishableKey === '' || problems.secret !== undefined || problems.publishable !== undefined;
	return (
		<FormDialog
			title={t('account.keys.title')}
			action={t('account.keys.use')}
			onClose={onClose}
			onSubmit={() => giving.mutate()}
			isPending={giving.isPending}
			isIncomplete={isIncomplete}
		>
			<p>{t('account.keys.text')}</p>
			{insteadOf !== null && <Notice tone="warn">{t('account.connect.warning')}</Notice>}
			<TextField
				label={t('account.keys.publishable')}
				description={t('account.keys.publishableHelp')}
				errorMessage={problems.publishable}
				value={publishableKey}
				onChange={setPublishableKey}
				autoComplete="off"
				autoFocus
			/>
			<TextField
				label={t('account.keys.secret')}
				description={t('account.keys.secretHelp')}
				errorMessage={problems.secret}
				type="password"
				value={secretKey}
				onChange={setSecretKey}
				// Not the password of whoever is signed in.
				autoComplete="new-password"
			/>
			<FormError error={giving.error} />
		</FormDialog>
	);
}
