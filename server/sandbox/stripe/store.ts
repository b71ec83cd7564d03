import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** The card of one try, as much as is kept of it: the number itself is not. */
const cardSchema = z.object({ brand: z.literal('visa'), last4: z.string(), expMonth: z.int(), expYear: z.int() });
export type StoredCard = z.infer<typeof cardSchema>;

const refundSchema = z.object({
	id: z.string(),
	amount: z.int(),
	created: z.int(),
	status: z.enum(['succeeded', 'failed']),
	metadata: z.record(z.string(), z.string()),
});
export type StoredRefund = z.infer<typeof refundSchema>;

const disputeSchema = z.object({
	id: z.string(),
	created: z.int(),
	dueBy: z.int(),
	status: z.enum(['needs_response', 'won', 'lost']),
});
export type StoredDispute = z.infer<typeof disputeSchema>;

const intentSchema = z.object({
	id: z.string(),
	account: z.string(),
	clientSecret: z.string(),
	amount: z.int(),
	currency: z.string(),
	description: z.string().nullable(),
	receiptEmail: z.string().nullable(),
	metadata: z.record(z.string(), z.string()),
	/** Seconds since 1970, as all times at Stripe. */
	created: z.int(),
	canceledAt: z.int().nullable(),
	status: z.enum(['requires_payment_method', 'requires_action', 'processing', 'succeeded', 'canceled']),
	/** The last card that was tried; its method, and the charge that it came to. */
	method: z.object({ id: z.string(), created: z.int(), card: cardSchema }).nullable(),
	charge: z.object({ id: z.string(), created: z.int() }).nullable(),
	failure: z.object({ code: z.string(), declineCode: z.string().nullable(), message: z.string() }).nullable(),
	/** Oldest first; none in files from before there were any. */
	refunds: z.array(refundSchema).default([]),
	/** Whose it is, and whether the card that pays it is kept for them. */
	customer: z.string().nullable().default(null),
	setupFutureUsage: z.literal('off_session').nullable().default(null),
	dispute: disputeSchema.nullable().default(null),
});
export type StoredIntent = z.infer<typeof intentSchema>;

const customerSchema = z.object({
	id: z.string(),
	account: z.string(),
	created: z.int(),
	metadata: z.record(z.string(), z.string()),
});
export type StoredCustomer = z.infer<typeof customerSchema>;

/** A card that is kept for a customer; of no customer once it was detached. */
const methodSchema = z.object({
	id: z.string(),
	account: z.string(),
	created: z.int(),
	card: cardSchema,
	customer: z.string().nullable(),
});
export type StoredMethod = z.infer<typeof methodSchema>;

/** A Checkout Session; its intent is made when a card is first sent. */
const sessionSchema = z.object({
	id: z.string(),
	account: z.string(),
	amount: z.int(),
	currency: z.string(),
	name: z.string(),
	reference: z.string().nullable(),
	email: z.string().nullable(),
	intentData: z.object({
		description: z.string().optional(),
		metadata: z.record(z.string(), z.string()),
		receipt_email: z.string().optional(),
	}),
	successUrl: z.string(),
	cancelUrl: z.string().nullable(),
	created: z.int(),
	expiresAt: z.int(),
	status: z.enum(['open', 'complete', 'expired']),
	intent: z.string().nullable(),
});
export type StoredSession = z.infer<typeof sessionSchema>;

/** A connected account; its stage is chosen on the stand-in's own form. */
const accountSchema = z.object({
	id: z.string(),
	metadata: z.record(z.string(), z.string()),
	created: z.int(),
	stage: z.enum(['new', 'restricted', 'ready']),
});
export type StoredAccount = z.infer<typeof accountSchema>;

/** A webhook endpoint of an account that stands by itself. */
const endpointSchema = z.object({
	id: z.string(),
	account: z.string(),
	url: z.string(),
	secret: z.string(),
	enabledEvents: z.array(z.string()),
	apiVersion: z.string(),
	created: z.int(),
});
export type StoredEndpoint = z.infer<typeof endpointSchema>;

/** Where the card form of an account may offer wallets. */
const domainSchema = z.object({ id: z.string(), account: z.string(), domain: z.string(), created: z.int() });
export type StoredDomain = z.infer<typeof domainSchema>;

const eventSchema = z.object({
	id: z.string(),
	account: z.string(),
	type: z.string(),
	created: z.int(),
	/** The event's JSON, signed and sent as it stands here. */
	payload: z.string(),
	delivered: z.boolean(),
	tries: z.int(),
});
export type StoredEvent = z.infer<typeof eventSchema>;

const answerSchema = z.object({ request: z.string(), status: z.int(), body: z.json() });

const stateSchema = z.object({
	intents: z.record(z.string(), intentSchema),
	accounts: z.record(z.string(), accountSchema).default({}),
	endpoints: z.record(z.string(), endpointSchema).default({}),
	domains: z.record(z.string(), domainSchema).default({}),
	customers: z.record(z.string(), customerSchema).default({}),
	methods: z.record(z.string(), methodSchema).default({}),
	sessions: z.record(z.string(), sessionSchema).default({}),
	events: z.array(eventSchema),
	/** Answers by account and idempotency key. */
	answers: z.record(z.string(), answerSchema),
});
export type SandboxState = z.infer<typeof stateSchema>;

export interface SandboxStore {
	readonly state: SandboxState;
	/** Resolves once everything that `state` holds now is on disk. */
	save(): Promise<void>;
}

/** Opens `stripe-sandbox.json` in `dataDir`. It is replaced as a whole, so a crash leaves the old or the new one. */
export async function openStore(dataDir: string): Promise<SandboxStore> {
	await mkdir(dataDir, { recursive: true });
	const file = path.join(dataDir, 'stripe-sandbox.json');
	const state = await readState(file);
	let writing = Promise.resolve();
	return {
		state,
		save() {
			const written = writing.then(() => replaceFile(file, JSON.stringify(state)));
			writing = written.catch(() => undefined);
			return written;
		},
	};
}

async function readState(file: string): Promise<SandboxState> {
	try {
		return stateSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
			return stateSchema.parse({ intents: {}, events: [], answers: {} });
		}
		throw error;
	}
}

async function replaceFile(file: string, content: string): Promise<void> {
	const next = `${file}.next`;
	const handle = await open(next, 'w', 0o600);
	try {
		await handle.writeFile(content);
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(next, file);
}
