import { z } from 'zod';
import { checkAmount } from './amounts.ts';
import { findTestCard, isDisputed, offSessionOutcome, type CardOutcome } from './cards.ts';
import type { Customers } from './customers.ts';
import type { Disputes } from './disputes.ts';
import { SandboxRefusal } from './errors.ts';
import { toPaymentIntent } from './objects/intent.ts';
import type { SandboxStore, StoredIntent } from './store.ts';

export interface IntentDeps {
	store: SandboxStore;
	now: () => Date;
	newId: () => string;
	customers: Pick<Customers, 'attach' | 'find' | 'findKept'>;
	/** Keeps an event about this intent as it is now, and sends it. */
	emit: (type: IntentEventType, intent: StoredIntent) => void;
	disputes: Pick<Disputes, 'open'>;
}

export type IntentEventType =
	| 'payment_intent.succeeded'
	| 'payment_intent.payment_failed'
	| 'payment_intent.canceled'
	| 'payment_intent.requires_action';

const wholeNumber = z.string().regex(/^\d+$/).transform(Number);
const createParams = z.object({
	amount: wholeNumber,
	currency: z.string().regex(/^[a-z]{3}$/),
	description: z.string().optional(),
	metadata: z.record(z.string(), z.string()).default({}),
	customer: z.string().optional(),
});
const updateParams = z.object({
	receipt_email: z.string().optional(),
	customer: z.string().optional(),
	/** Empty takes it back. */
	setup_future_usage: z.enum(['off_session', '']).optional(),
});
/** The only way in which Samtal confirms by itself: a kept card, while its holder is not there. */
const chargeParams = z.object({ payment_method: z.string(), off_session: z.literal('true') });
const cardParams = z.object({
	number: z.string(),
	exp_month: wholeNumber,
	exp_year: wholeNumber,
	cvc: z.string(),
});
type CardParams = z.infer<typeof cardParams>;

/** What Stripe does with PaymentIntents on the accounts that are connected, as far as Samtal uses it. */
export function createIntents({ store, now, newId, customers, disputes, emit }: IntentDeps) {
	const seconds = () => Math.floor(now().getTime() / 1000);
	const objectId = (prefix: string) => `${prefix}_${newId().replaceAll('-', '')}`;

	function find(account: string, id: string): StoredIntent {
		const intent = store.state.intents[id];
		if (intent === undefined || intent.account !== account) throw SandboxRefusal.missing(id);
		return intent;
	}

	function assertOpen(intent: StoredIntent): void {
		if (intent.status === 'requires_payment_method' || intent.status === 'requires_action') return;
		throw SandboxRefusal.unexpectedState(toPaymentIntent(intent, false));
	}

	function charge(intent: StoredIntent): StoredIntent {
		intent.status = 'succeeded';
		intent.charge = { id: objectId('ch'), created: seconds() };
		emit('payment_intent.succeeded', intent);
		customers.attach(intent);
		if (isDisputed(intent.method?.card.last4)) disputes.open(intent);
		return intent;
	}

	function fail(intent: StoredIntent, failure: NonNullable<StoredIntent['failure']>): void {
		intent.status = 'requires_payment_method';
		intent.failure = failure;
		emit('payment_intent.payment_failed', intent);
	}

	function decline(
		intent: StoredIntent,
		{ code, declineCode, message }: Extract<CardOutcome, { type: 'declined' }>,
	): SandboxRefusal {
		intent.charge = { id: objectId('ch'), created: seconds() };
		fail(intent, { code, declineCode, message });
		const payment_intent = toPaymentIntent(intent, false);
		return new SandboxRefusal(402, { type: 'card_error', code, decline_code: declineCode, message, payment_intent });
	}

	return {
		find,

		create(account: string, params: unknown): StoredIntent {
			const { amount, currency, description, metadata, customer } = read(createParams, params);
			if (customer !== undefined) customers.find(account, customer);
			checkAmount({ amount, currency });
			const id = objectId('pi');
			const intent: StoredIntent = {
				id,
				account,
				clientSecret: `${id}_secret_${newId().replaceAll('-', '')}`,
				amount,
				currency,
				description: description ?? null,
				receiptEmail: null,
				metadata,
				created: seconds(),
				canceledAt: null,
				status: 'requires_payment_method',
				method: null,
				charge: null,
				failure: null,
				refunds: [],
				customer: customer ?? null,
				setupFutureUsage: null,
				dispute: null,
			};
			store.state.intents[id] = intent;
			return intent;
		},

		update(account: string, id: string, params: unknown): StoredIntent {
			const { receipt_email, customer, setup_future_usage } = read(updateParams, params);
			if (customer !== undefined) customers.find(account, customer);
			const intent = find(account, id);
			assertOpen(intent);
			intent.receiptEmail = receipt_email ?? intent.receiptEmail;
			intent.customer = customer ?? intent.customer;
			if (setup_future_usage !== undefined) intent.setupFutureUsage = setup_future_usage || null;
			return intent;
		},

		cancel(account: string, id: string): StoredIntent {
			const intent = find(account, id);
			assertOpen(intent);
			intent.status = 'canceled';
			intent.canceledAt = seconds();
			emit('payment_intent.canceled', intent);
			return intent;
		},

		/** Pays with a card. @throws SandboxRefusal 402 when it is declined. */
		confirm(account: string, id: string, card: unknown): StoredIntent {
			const params = read(cardParams, card);
			const intent = find(account, id);
			assertOpen(intent);
			const known = checkCard(params, now());
			const stored = {
				brand: known.brand,
				last4: params.number.slice(-4),
				expMonth: params.exp_month,
				expYear: params.exp_year,
			};
			intent.method = { id: objectId('pm'), created: seconds(), card: stored };
			intent.failure = null;
			switch (known.outcome.type) {
				case 'succeeds':
					return charge(intent);
				case 'asks for 3-D Secure':
					intent.status = 'requires_action';
					emit('payment_intent.requires_action', intent);
					return intent;
				case 'declined':
					throw decline(intent, known.outcome);
			}
		},

		/** Charges a card that is kept. @throws SandboxRefusal 402 when it is declined, or its holder is to be asked. */
		chargeKept(account: string, id: string, params: unknown): StoredIntent {
			const { payment_method } = read(chargeParams, params);
			const intent = find(account, id);
			assertOpen(intent);
			const { card, created } = customers.findKept(account, payment_method, intent.customer);
			intent.method = { id: payment_method, created, card };
			intent.failure = null;
			const outcome = offSessionOutcome(card.last4);
			if (outcome.type === 'declined') throw decline(intent, outcome);
			return charge(intent);
		},

		/** How the payer's 3-D Secure challenge ended. */
		authenticate(account: string, id: string, approved: boolean): StoredIntent {
			const intent = find(account, id);
			if (intent.status !== 'requires_action') throw SandboxRefusal.unexpectedState(toPaymentIntent(intent, false));
			if (approved) return charge(intent);
			const message = 'We are unable to authenticate your payment method. Choose a different one and try again.';
			fail(intent, { code: 'payment_intent_authentication_failure', declineCode: null, message });
			return intent;
		},
	};
}

export type Intents = ReturnType<typeof createIntents>;

function checkCard(params: CardParams, now: Date) {
	const refuse = (code: string, param: string, message: string) =>
		new SandboxRefusal(402, { type: 'card_error', code, param, message });
	const known = findTestCard(params.number);
	if (known === null) throw refuse('incorrect_number', 'number', 'Your card number is incorrect.');
	if (params.exp_month < 1 || params.exp_month > 12) {
		throw refuse('invalid_expiry_month', 'exp_month', "Your card's expiration month is invalid.");
	}
	if (params.exp_year * 12 + params.exp_month < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1) {
		throw refuse('invalid_expiry_year', 'exp_year', "Your card's expiration year is invalid.");
	}
	if (!/^\d{3}$/.test(params.cvc)) throw refuse('invalid_cvc', 'cvc', "Your card's security code is invalid.");
	return known;
}

/** What a request asks for. @throws SandboxRefusal 400 that names the first parameter that is wrong. */
export function read<T extends z.ZodType>(schema: T, params: unknown): z.output<T> {
	const parsed = schema.safeParse(params);
	if (parsed.success) return parsed.data;
	const param = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
	throw SandboxRefusal.invalid(`Invalid or missing parameter: ${param}`, { code: 'parameter_missing', param });
}
