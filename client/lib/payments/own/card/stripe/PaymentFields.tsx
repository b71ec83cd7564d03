import { PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { SamtalError } from '../../../../../../shared/contract/errors.ts';
import { FormError } from '../../../../../ui/FormError.tsx';
import type { CardFormProps } from '../CardForm.tsx';
import { PayButton } from '../PayButton.tsx';

/** The fields inside Stripe's provider, and the button that confirms. The bank's 3-D Secure window opens by itself. */
export function PaymentFields({ paying, onAttempt, onSubmitted, onDeclined, onUnreachable }: CardFormProps) {
	const stripe = useStripe();
	const elements = useElements();
	const [ready, setReady] = useState(false);
	const confirm = useMutation({
		mutationFn: async () => {
			if (!stripe || !elements) throw new SamtalError('PAYMENT_PROVIDER');
			const { error } = await stripe.confirmPayment({ elements, redirect: 'if_required' });
			if (error?.type === 'api_connection_error') throw new SamtalError('NETWORK', {}, { cause: error });
			return error;
		},
		onSuccess: (error) => {
			// Paid or withdrawn meanwhile: the server knows which.
			if (!error || error.code === 'payment_intent_unexpected_state') onSubmitted();
			// What is wrong with a field stands beside it already.
			else if (error.type !== 'validation_error') onDeclined(error.decline_code ?? error.code ?? 'card_declined');
		},
	});
	const submit = (event: FormEvent) => {
		event.preventDefault();
		onAttempt();
		confirm.mutate();
	};
	return (
		<form onSubmit={submit} className="flex flex-col gap-4">
			<PaymentElement onReady={() => setReady(true)} onLoadError={onUnreachable} />
			<FormError error={confirm.error} />
			<PayButton payment={paying.payment} isPending={confirm.isPending} isDisabled={!ready} />
		</form>
	);
}
