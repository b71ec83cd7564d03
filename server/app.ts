import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Doorkeeper } from './http/actors.ts';
import { errorHandler, notFound } from './http/errors.ts';
import { createRoutes, type Routes } from './http/routes.ts';
import { sameOriginOnly } from './http/same-origin.ts';

const stripeScripts = ['https://js.stripe.com', 'https://*.js.stripe.com'];

/** Where the pages may load from; what Stripe needs by its "Integration security guide", for clinics that take payments by it. */
const contentSecurityPolicy = {
	directives: {
		defaultSrc: ["'self'"],
		scriptSrc: ["'self'", ...stripeScripts],
		// Where frames are encrypted: nothing of anybody else's.
		workerSrc: ["'self'"],
		frameSrc: [...stripeScripts, 'https://hooks.stripe.com'],
		connectSrc: ["'self'", 'https://api.stripe.com'],
		imgSrc: ["'self'", 'data:', 'blob:'],
		mediaSrc: ["'self'", 'blob:'],
		// React Aria and the editor set positions in style attributes.
		styleSrc: ["'self'", "'unsafe-inline'"],
		objectSrc: ["'none'"],
		frameAncestors: ["'none'"],
		upgradeInsecureRequests: null,
	},
};

export interface AppParts {
	doorkeeper: Doorkeeper;
	/** Binds every feature's routes. */
	features: (routes: Routes) => void;
	/** Read the raw body, so they stand before the JSON parser: webhooks. */
	webhooks: Router;
	/** Calendar files, for programs that carry no cookie. */
	feeds: Router;
	/** The stand-ins' pages, outside production only. */
	sandboxes: Router[];
	/** Liveness and readiness. */
	health: Router;
	/** The built client and its pages; after everything else. */
	pages: Router;
	log: Logger;
	/** True when a proxy stands in front, whose `X-Forwarded-For` names the caller. */
	trustProxy: boolean;
}

/** The whole HTTP side as one Express app; it does not listen. */
export function createApp(parts: AppParts): Express {
	const app = express();
	app.disable('x-powered-by');
	app.set('etag', false);
	app.set('trust proxy', parts.trustProxy ? 1 : false);
	app.use(helmet({ contentSecurityPolicy, referrerPolicy: { policy: 'no-referrer' } }));
	app.use(parts.health);
	app.use(parts.webhooks);
	app.use(parts.feeds);
	app.use(parts.sandboxes);

	const api = express.Router();
	api.use('/api', sameOriginOnly, express.json({ limit: '256kb', strict: true }));
	parts.features(createRoutes(api, parts.doorkeeper));
	api.use('/api', notFound);
	app.use(api);

	app.use(parts.pages);
	app.use(errorHandler(parts.log));
	return app;
}
