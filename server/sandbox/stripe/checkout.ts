import { z } from 'zod';
import { checkAmount } from './amounts.ts';
import { SandboxRefusal } from './errors.ts';
import { read, type IntentDeps, type Intents } from './intents.ts';
import type { StoredIntent, StoredSession } from './store.ts';

export type SessionEventType = 'checkout.session.completed' | 'checkout.session.expired';

interface CheckoutDeps extends Pick<IntentDeps, 'store' | 'now' | 'newId'> {
	intents: Pick<Intents, 'authenticate' | 'cancel' | 'confirm' | 'create' | 'find' | 'update'>;
	/** Keeps an event about this session as it is now, and sends it. */
	emit: (type: SessionEventType, session: StoredSession) => void;
}

const wholeNumber = z.string().regex(/^\d+$/).transform(Number);
const createParams = z.object({
	mode: z.literal('payment'),
	line_items: z.tuple([
		z.object({
			quantity: z.literal('1'),
			price_data: z.object({
				currency: z.string().regex(/^[a-z]{3}$/),
				unit_amount: wholeNumber.refine((amount) => amount > 0),
				product_data: z.object({ name: z.string().min(1) }),
			}),
		}),
	]),
	client_reference_id: z.string().optional(),
	customer_email: z.email().optional(),
	payment_intent_data: z
		.object({
			description: z.string().optional(),
			metadata: z.record(z.string(), z.string()).default({}),
			receipt_email: z.email().optional(),
		})
		.default({ metadata: {} }),
	success_url: z.url(),
	cancel_url: z.url().optional(),
	expires_at: wholeNumber.optional(),
});

const halfAnHourSeconds = 30 * 60;
const daySeconds = 24 * 60 * 60;

/** What Stripe does with Checkout Sessions that take one payment, as far as Samtal uses it. */
export function createCheckout({ store, now, newId, intents, emit }: CheckoutDeps) {
	const { sessions } = store.state;
	const seconds = () => Math.floor(now().getTime() / 1000);

	function end(session: StoredSession): StoredSession {
		session.status = 'expired';
		// A try that waits for its bank cannot become money any more.
		if (session.intent !== null) intents.cancel(session.account, session.intent);
		emit('checkout.session.expired', session);
		return session;
	}

	/** Whoever has the page's address may pay; the API names the account too. */
	function open(id: string): StoredSession | undefined {
		const session = sessions[id];
		return session?.status === 'open' && session.expiresAt <= seconds() ? end(session) : session;
	}

	function find(account: string, id: string): StoredSession {
		const session = open(id);
		if (session === undefined || session.account !== account) throw SandboxRefusal.missing(id, 'checkout.session');
		return session;
	}

	function assertOpen(session: StoredSession): void {
		if (session.status === 'open') return;
		throw SandboxRefusal.invalid(
			`Only Checkout Sessions with a status in ["open"] can be expired. This one has a status of ${session.status}.`,
		);
	}

	/** The intent is made when a card is first sent: until then the session has none. */
	function intentOf(session: StoredSession): string {
		const { account, amount, currency, intentData } = session;
		if (session.intent !== null) return session.intent;
		const { receipt_email, ...data } = intentData;
		session.intent = intents.create(account, { ...data, amount: String(amount), currency }).id;
		if (receipt_email !== undefined) intents.update(account, session.intent, { receipt_email });
		return session.intent;
	}

	function settle(session: StoredSession, intent: StoredIntent): StoredSession {
		if (intent.status !== 'succeeded') return session;
		session.status = 'complete';
		emit('checkout.session.completed', session);
		return session;
	}

	return {
		find,
		open,

		create(account: string, params: unknown): StoredSession {
			const asked = read(createParams, params);
			const { currency, unit_amount, product_data } = asked.line_items[0].price_data;
			checkAmount({ amount: unit_amount, currency });
			const expiresAt = asked.expires_at ?? seconds() + daySeconds;
			// A request that took a moment to come is not refused for it.
			if (expiresAt < seconds() + halfAnHourSeconds - 60 || expiresAt > seconds() + daySeconds) {
				const message = 'The `expires_at` timestamp must be between 30 minutes and 24 hours from creation.';
				throw SandboxRefusal.invalid(message, { param: 'expires_at' });
			}
			const session: StoredSession = {
				id: `cs_test_${newId().replaceAll('-', '')}`,
				account,
				amount: unit_amount,
				currency,
				name: product_data.name,
				reference: asked.client_reference_id ?? null,
				email: asked.customer_email ?? null,
				intentData: asked.payment_intent_data,
				successUrl: asked.success_url,
				cancelUrl: asked.cancel_url ?? null,
				created: seconds(),
				expiresAt,
				status: 'open',
				intent: null,
			};
			sessions[session.id] = session;
			return session;
		},

		expire(account: string, id: string): StoredSession {
			const session = find(account, id);
			assertOpen(session);
			return end(session);
		},

		/** Where the payer's 3-D Secure challenge is to be answered now. */
		isChallenged: ({ account, intent }: StoredSession): boolean =>
			intent !== null && intents.find(account, intent).status === 'requires_action',

		/** Pays on the page. @throws SandboxRefusal 402 when the card is declined. */
		pay(session: StoredSession, card: unknown): StoredSession {
			assertOpen(session);
			return settle(session, intents.confirm(session.account, intentOf(session), card));
		},

		/** How the challenge ended. */
		authenticate(session: StoredSession, approved: boolean): StoredSession {
			assertOpen(session);
			return settle(session, intents.authenticate(session.account, intentOf(session), approved));
		},
	};
}

export type Checkout = ReturnType<typeof createCheckout>;
