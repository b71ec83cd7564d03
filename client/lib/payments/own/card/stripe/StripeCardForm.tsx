import { Elements } from '@stripe/react-stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SamtalError } from '../../../../../../shared/contract/errors.ts';
import { toLocale } from '../../../../locale.ts';
import { FormError } from '../../../../../ui/FormError.tsx';
import type { CardFormProps } from '../CardForm.tsx';
import { PaymentFields } from './PaymentFields.tsx';

/** Stripe has no Icelandic words for its form. */
const stripeLocale = { en: 'en', is: 'en', pl: 'pl', de: 'de' } as const;

/** Stripe's Payment Element on the clinic's own account. The card's number stays in Stripe's frame. */
export function StripeCardForm(props: CardFormProps) {
	const { clientSecret, publishableKey, stripeAccount } = props.paying;
	const { i18n } = useTranslation('payments');
	const [unreachable, setUnreachable] = useState(false);
	const stripe = useMemo(
		() => loadStripe(publishableKey, stripeAccount === null ? {} : { stripeAccount }).catch(() => null),
		[publishableKey, stripeAccount],
	);
	useEffect(() => {
		void stripe.then((loaded) => setUnreachable(loaded === null));
	}, [stripe]);

	if (unreachable) return <FormError error={new SamtalError('PAYMENT_PROVIDER')} />;
	return (
		<Elements
			stripe={stripe}
			options={{
				clientSecret,
				locale: stripeLocale[toLocale(i18n.language)],
				appearance: { theme: isDark() ? 'night' : 'stripe', variables: { borderRadius: '12px' } },
			}}
		>
			<PaymentFields {...props} onUnreachable={() => setUnreachable(true)} />
		</Elements>
	);
}

/** Whether the page is dark now: the theme chosen on this device, else the system's. */
const isDark = (): boolean => {
	const { theme } = document.documentElement.dataset;
	return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
};
