import { z } from 'zod';
import { SamtalError } from '../../../../../../shared/contract/errors.ts';
import type { CardFormProps } from '../CardForm.tsx';

const answer = z.union([
	z.object({ object: z.literal('payment_intent'), status: z.string() }),
	z.object({ error: z.object({ code: z.string(), decline_code: z.string().optional() }) }),
]);

/** How one step of paying ended. `over`: paid or cancelled before, which the server knows. */
export type Step = { type: 'accepted' } | { type: 'challenge' } | { type: 'over' } | { type: 'declined'; code: string };

export interface SandboxCard {
	number: string;
	month: string;
	year: string;
	cvc: string;
}

/** Confirms the intent with a card, in the words that Stripe.js uses towards Stripe. @throws SamtalError `NETWORK`. */
export const confirmWithCard = (paying: CardFormProps['paying'], card: SandboxCard): Promise<Step> =>
	post(paying, 'confirm', {
		'payment_method_data[type]': 'card',
		'payment_method_data[card][number]': card.number.replaceAll(' ', ''),
		'payment_method_data[card][exp_month]': card.month,
		'payment_method_data[card][exp_year]': card.year,
		'payment_method_data[card][cvc]': card.cvc,
	});

/** Ends the 3-D Secure step. @throws SamtalError `NETWORK`. */
export const answerChallenge = (paying: CardFormProps['paying'], outcome: 'approved' | 'refused'): Promise<Step> =>
	post(paying, 'authenticate', { outcome });

async function post(paying: CardFormProps['paying'], action: string, fields: Record<string, string>): Promise<Step> {
	const { clientSecret, publishableKey, stripeAccount } = paying;
	const intentId = clientSecret.split('_secret_')[0] ?? '';
	const body = new URLSearchParams({
		...fields,
		client_secret: clientSecret,
		key: publishableKey,
		...(stripeAccount !== null && { _stripe_account: stripeAccount }),
	});
	const path = `/sandbox/stripe/v1/payment_intents/${encodeURIComponent(intentId)}/${action}`;
	try {
		const response = await fetch(path, { method: 'POST', body });
		return toStep(answer.parse(await response.json()));
	} catch (cause) {
		throw new SamtalError('NETWORK', {}, { cause });
	}
}

function toStep(answered: z.infer<typeof answer>): Step {
	if ('error' in answered) {
		const { code, decline_code } = answered.error;
		if (code === 'payment_intent_unexpected_state') return { type: 'over' };
		return { type: 'declined', code: decline_code ?? code };
	}
	if (answered.status === 'requires_action') return { type: 'challenge' };
	if (answered.status === 'requires_payment_method') {
		return { type: 'declined', code: 'payment_intent_authentication_failure' };
	}
	return { type: 'accepted' };
}
