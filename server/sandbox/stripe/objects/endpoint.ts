import type Stripe from 'stripe';
import type { StoredEndpoint } from '../store.ts';

/** A webhook endpoint as Stripe answers with it; its secret is told once, when it is made. */
export const toEndpoint = (endpoint: StoredEndpoint, isNew: boolean): Stripe.WebhookEndpoint => ({
	id: endpoint.id,
	object: 'webhook_endpoint',
	api_version: endpoint.apiVersion,
	application: null,
	created: endpoint.created,
	description: null,
	enabled_events: endpoint.enabledEvents,
	livemode: false,
	metadata: {},
	...(isNew && { secret: endpoint.secret }),
	status: 'enabled',
	url: endpoint.url,
});
