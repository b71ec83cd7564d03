import { Elements } from '@stripe/react-stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toLocale } from '../../../../locale.ts';
import type { CardFormProps } from '../CardForm.tsx';
import { PaymentFields } from './PaymentFields.tsx';

/** Whoever has waited so long for Stripe's script is offered another way. */
const longestLoadMs = 10_000;

/** Stripe has no Icelandic words for its form. */
const stripeLocale = { en: 'en', is: 'en', pl: 'pl', de: 'de' } as const;

/** Stripe's Payment Element on the clinic's own account. The card's number stays in Stripe's frame. */
export function StripeCardForm(props: CardFormProps) {
	const { clientSecret, publishableKey, stripeAccount } = props.paying;
	const { i18n } = useTranslation('payments');
	const { onUnreachable } = props;
	const stripe = useMemo(
		() => loadStripe(publishableKey, stripeAccount === null ? {} : { stripeAccount }).catch(() => null),
		[publishableKey, stripeAccount],
	);
	useEffect(() => {
		const timer = setTimeout(onUnreachable, longestLoadMs);
		void stripe.then((loaded) => {
			clearTimeout(timer);
			if (loaded === null) onUnreachable();
		});
		return () => clearTimeout(timer);
	}, [stripe, onUnreachable]);

	return (
		<Elements
			stripe={stripe}
			options={{
				clientSecret,
				locale: stripeLocale[toLocale(i18n.language)],
				appearance: { theme: isDark() ? 'night' : 'stripe', variables: { borderRadius: '12px' } },
			}}
		>
			<PaymentFields {...props} />
		</Elements>
	);
}

/** Whether the page is dark now: the theme chosen on this device, else the system's. */
const isDark = (): boolean => {
	const { theme } = document.documentElement.dataset;
	return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
};
