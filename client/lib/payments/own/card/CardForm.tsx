import { lazy, useEffect, type ComponentType } from 'react';
import type { startPaying } from '../../../../../shared/contract/payments.ts';
import type { ResponseOf } from '../../../../../shared/contract/route.ts';

export interface CardFormProps {
	/** What the server answered to `startPaying`. */
	paying: ResponseOf<typeof startPaying>;
	/** A card was sent: what was said of the one before is no longer so. */
	onAttempt: () => void;
	/**
	 * Nothing is left to do here: the card was accepted, or the payment ended elsewhere meanwhile. What became of it
	 * is the server's word alone.
	 */
	onSubmitted: () => void;
	/** The card was refused, with the reason's code (`insufficient_funds`); the form stays for another try. */
	onDeclined: (code: string) => void;
	/** No card can be taken here: the form, or the payment service's script, cannot be loaded. */
	onUnreachable: () => void;
}

type AnyForm = ComponentType<CardFormProps>;

/** In place of a form whose code cannot be loaded. */
function Unreachable({ onUnreachable }: CardFormProps) {
	useEffect(onUnreachable, [onUnreachable]);
	return null;
}
const unreachable = () => ({ default: Unreachable });

const forms = {
	stripe: lazy<AnyForm>(() =>
		import('./stripe/StripeCardForm.tsx').then((form) => ({ default: form.StripeCardForm }), unreachable),
	),
	sandbox: lazy<AnyForm>(() =>
		import('./sandbox/SandboxCardForm.tsx').then((form) => ({ default: form.SandboxCardForm }), unreachable),
	),
};

/** Takes the card, which goes from this browser to the payment service only. Suspends while it loads. */
export function CardForm(props: CardFormProps) {
	const Form = forms[props.paying.provider];
	return <Form {...props} />;
}
