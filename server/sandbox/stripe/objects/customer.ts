import type Stripe from 'stripe';
import type { StoredCustomer } from '../store.ts';

/** A customer as Stripe answers with it: nobody's name, as Samtal gives none. */
export const toCustomer = ({ id, created, metadata }: StoredCustomer): Stripe.Customer => ({
	id,
	object: 'customer',
	address: null,
	balance: 0,
	created,
	currency: null,
	default_source: null,
	delinquent: false,
	description: null,
	discount: null,
	email: null,
	invoice_prefix: id.slice(-8).toUpperCase(),
	invoice_settings: {
		custom_fields: null,
		default_payment_method: null,
		footer: null,
		rendering_options: null,
	},
	livemode: false,
	metadata,
	name: null,
	next_invoice_sequence: 1,
	phone: null,
	preferred_locales: [],
	shipping: null,
	tax_exempt: 'none',
	test_clock: null,
});
