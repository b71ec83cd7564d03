import type Stripe from 'stripe';
import type { StoredDomain } from '../store.ts';

const active = () => ({ status: 'active' as const });

/** A registered domain as Stripe answers with it; the stand-in looks at no website. */
export const toDomain = ({ id, domain, created }: StoredDomain): Omit<Stripe.PaymentMethodDomain, 'lastResponse'> => ({
	...{ id, object: 'payment_method_domain', created, domain_name: domain, enabled: true, livemode: false },
	...{ amazon_pay: active(), apple_pay: active(), google_pay: active() },
	...{ klarna: active(), link: active(), paypal: active() },
});
