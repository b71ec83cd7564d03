import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForPayments } from '../../../../shared/contract/paymentSetup.ts';
import { memberApi } from '../../../lib/memberApi.ts';
import { Button } from '../../../ui/Button.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { toast } from '../../../ui/toasts.ts';
import { accessQuery } from './queries.ts';

/** Asks the organisation for payments, or switches them on where there is none, with a word of why. */
export function AskForm({ decidesItself }: { decidesItself: boolean }) {
	const { t } = useTranslation('clientPayments');
	const queryClient = useQueryClient();
	const [why, setWhy] = useState('');
	const asking = useMutation({
		mutationFn: () => memberApi.call(askForPayments, { body: { why } }),
		onSuccess: (access) => {
			queryClient.setQueryData(accessQuery.queryKey, access);
			toast('success', t(decidesItself ? 'access.onNow' : 'access.askedNow'));
		},
	});
	return (
		<form
			className="flex flex-col items-start gap-4"
			onSubmit={(event) => {
				event.preventDefault();
				if (!asking.isPending) asking.mutate();
			}}
		>
			<div className="w-full">
				<TextArea label={t('access.why')} rows={3} value={why} onChange={setWhy} maxLength={500} isRequired />
			</div>
			<FormError error={asking.error} />
			<Button type="submit" variant="primary" isPending={asking.isPending} isDisabled={why.trim() === ''}>
				{t(decidesItself ? 'access.switchOn' : 'access.ask')}
			</Button>
		</form>
	);
}
