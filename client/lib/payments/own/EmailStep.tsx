import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardConsent } from '../../../../shared/contract/cardsOnFile.ts';
import { startPaying, type Payment } from '../../../../shared/contract/payments.ts';
import { Button } from '../../../ui/Button.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { usePayerApi } from './PayerApi.ts';
import { toolKey } from '../../toolKey.ts';
import type { Paying } from './PayDialog.tsx';

const KeepCard = lazy(async () => ({ default: (await import('./KeepCard.tsx')).KeepCard }));

interface EmailStepProps {
	payment: Payment;
	onStarted: (paying: Paying) => void;
}

/** Where the receipt goes, and whether the card is kept; then the card form can open. */
export function EmailStep({ payment, onStarted }: EmailStepProps) {
	const { t } = useTranslation('tools');
	const api = usePayerApi();
	const queryClient = useQueryClient();
	const [email, setEmail] = useState(payment.receiptEmail ?? '');
	const [agreed, setAgreed] = useState<CardConsent | null>(null);
	const start = useMutation({
		mutationFn: () =>
			api.call(startPaying, {
				params: { paymentId: payment.id },
				body: {
					receiptEmail: email.trim(),
					keepCard: agreed && { version: agreed.version, locale: agreed.locale },
				},
			}),
		onSuccess: onStarted,
		// Withdrawn or already received meanwhile: the dialog then shows that.
		onSettled: () => queryClient.invalidateQueries({ queryKey: toolKey('payments') }),
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		start.mutate();
	};
	return (
		<form onSubmit={submit} className="flex flex-col gap-4">
			<TextField
				label={t('payments.pay.email')}
				description={t('payments.pay.emailHelp')}
				type="email"
				autoComplete="email"
				value={email}
				onChange={setEmail}
				isRequired
				autoFocus
			/>
			{payment.payer.clientId !== null && (
				<Suspense fallback={null}>
					<KeepCard isKept={agreed !== null} onChange={setAgreed} />
				</Suspense>
			)}
			<FormError error={start.error} />
			<Button type="submit" variant="primary" isPending={start.isPending}>
				{t('payments.pay.continue')}
			</Button>
		</form>
	);
}
