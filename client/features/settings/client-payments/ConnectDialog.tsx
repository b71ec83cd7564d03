import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useGoToStripe } from './useGoToStripe.ts';

interface ConnectDialogProps {
	/** The account whose place the other one takes; null where there is none yet. */
	insteadOf: string | null;
	onClose: () => void;
}

/** Names an account that the clinic has, or asks for a new one in place of the present one. Mount it to open it. */
export function ConnectDialog({ insteadOf, onClose }: ConnectDialogProps) {
	const { t } = useTranslation('clientPayments');
	const [existing, setExisting] = useState('');
	const going = useGoToStripe();
	const named = existing.trim();
	return (
		<FormDialog
			title={t(insteadOf === null ? 'account.connect.title' : 'account.connect.changeTitle')}
			action={t('account.go')}
			onClose={onClose}
			onSubmit={() => going.mutate({ existing: named === '' ? null : named, insteadOf })}
			isPending={going.isPending || going.isSuccess}
			isIncomplete={insteadOf === null && named === ''}
		>
			{insteadOf !== null && <Notice tone="warn">{t('account.connect.warning')}</Notice>}
			<TextField
				label={t('account.connect.existing')}
				description={t(insteadOf === null ? 'account.connect.existingHelp' : 'account.connect.existingOrNew')}
				value={existing}
				onChange={setExisting}
				autoComplete="off"
				optional={insteadOf !== null}
				autoFocus
			/>
			<FormError error={going.error} />
		</FormDialog>
	);
}
