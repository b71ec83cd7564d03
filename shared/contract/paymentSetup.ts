import { z } from 'zod';
import { accountStates, missingTopics, restrictions } from '../domain/payments/account.ts';
import { route } from './route.ts';
import { id, instant, name, nothing } from './scalars.ts';

const words = z.string().trim().min(1).max(500);

const accessStatus = z.enum(['ASKED', 'APPROVED', 'REFUSED', 'ENDED']);

/** A clinic's request to take payments, and what came of it. */
const accessRequest = z.object({
	id,
	status: accessStatus,
	requestedBy: name,
	requestedAt: instant,
	why: z.string(),
	decidedAt: instant.nullable(),
	/** Why it was refused, or ended later. */
	reason: z.string().nullable(),
});
export type AccessRequest = z.infer<typeof accessRequest>;

/** Whether a clinic may take payments, and its newest request. */
const paymentAccess = z.object({ enabled: z.boolean(), request: accessRequest.nullable() });
/** The same for its managers: a clinic of no organisation decides for itself. */
const ownAccess = paymentAccess.extend({ decidesItself: z.boolean() });
export type PaymentAccess = z.infer<typeof ownAccess>;

/** For managers. */
export const getPaymentAccess = route({
	method: 'GET',
	path: '/api/clinic/payments/access',
	access: 'member',
	response: ownAccess,
});

/** For managers; the organisation decides, a clinic without one for itself. `CONFLICT` when that is asked or so already. */
export const askForPayments = route({
	method: 'POST',
	path: '/api/clinic/payments/access',
	access: 'member',
	body: z.object({ why: words }),
	response: ownAccess,
});

const organisationClinics = z.object({
	name,
	clinics: z.array(
		z.object({
			...{ id, name, ...paymentAccess.shape },
			/** Whose account takes its money. */
			collector: z.object({ id, name }).nullable(),
			/** Whether it has an account of its own, which can take others' money too. */
			mayCollect: z.boolean(),
		}),
	),
});

export type OrganisationClinics = z.infer<typeof organisationClinics>;

/** For telehealth managers: every clinic of their organisation, those that wait for an answer first. */
export const listOrganisationClinics = route({
	method: 'GET',
	path: '/api/organisation/clinics',
	access: 'member',
	response: organisationClinics,
});

/**
 * For telehealth managers; `collectorId`: the clinic whose account takes the money, and which pays it out every month; null
 * where the clinic connects one of its own. `CONFLICT` when it is decided already, or that clinic has none. Who asked gets
 * a mail.
 */
export const decidePaymentAccess = route({
	method: 'POST',
	path: '/api/organisation/payment-requests/:requestId/decision',
	access: 'member',
	params: z.object({ requestId: id }),
	body: z.discriminatedUnion('approve', [
		z.object({ approve: z.literal(true), collectorId: id.nullable().default(null) }),
		z.object({ approve: z.literal(false), reason: words }),
	]),
	response: nothing,
});

/** For telehealth managers: switches payments off again. `CONFLICT` when they are off; `COLLECTS_FOR_OTHERS`. */
export const endPaymentAccess = route({
	method: 'POST',
	path: '/api/organisation/clinics/:clinicId/payments/end',
	access: 'member',
	params: z.object({ clinicId: id }),
	body: z.object({ reason: words }),
	response: nothing,
});

/** A Stripe account's id, e.g. `acct_1PgafTB7WZ01zgkW`. */
const accountId = z
	.string()
	.trim()
	.regex(/^acct_\w{1,60}$/);

/** The Stripe account that takes the clinic's money, and how many requests clients can still pay. */
const paymentAccount = z.object({
	account: z
		.object({
			id: accountId,
			state: z.enum(accountStates),
			/** For `restricted`: why. */
			restriction: z.enum(restrictions).nullable(),
			/** What Stripe still wants to know. */
			missing: z.array(z.enum(missingTopics)),
			takesPayments: z.boolean(),
			paysOut: z.boolean(),
			/** Whether it is spoken for by keys of its own, and the last characters of the secret one. */
			ownKeys: z.object({ hint: z.string().nullable() }).nullable(),
		})
		.nullable(),
	/** The clinic whose account takes the money, where this one has none of its own. */
	collector: z.object({ name, takesPayments: z.boolean() }).nullable(),
	openRequests: z.int().min(0),
	/** Whether this Samtal connects accounts; otherwise a clinic gives keys of its own. */
	byPlatform: z.boolean(),
});
export type PaymentAccount = z.infer<typeof paymentAccount>;

/** For managers: as far as Stripe has told. */
export const getPaymentAccount = route({
	method: 'GET',
	path: '/api/clinic/payments/account',
	access: 'member',
	response: paymentAccount,
});

/** For managers: the same, after asking Stripe. */
export const checkPaymentAccount = route({
	method: 'POST',
	path: '/api/clinic/payments/account/check',
	access: 'member',
	response: paymentAccount,
});

/**
 * For managers: leads to Stripe's form, at an address for one use. `existing` names an account that is there already;
 * `insteadOf` the clinic's account, to replace it. Without `insteadOf` a clinic that has an account goes on with it.
 * Errors: `PAYMENTS_DISABLED`, `CONFLICT`, `ACCOUNT_UNUSABLE`, `PAYMENT_PROVIDER`.
 */
export const connectAccount = route({
	method: 'POST',
	path: '/api/clinic/payments/account/connect',
	access: 'member',
	body: z.object({ existing: accountId.nullable(), insteadOf: accountId.nullable() }),
	response: z.object({ url: z.url() }),
});

const keyOf = (...kinds: string[]) =>
	z
		.string()
		.trim()
		.regex(new RegExp(`^(${kinds.join('|')})_(test|live)_\\w{1,240}$`));

/**
 * For managers: the clinic's own Stripe account by its own keys, in place of `insteadOf`, or other keys for the same.
 * They are never shown again. Errors: `PAYMENTS_DISABLED`, `KEYS_REFUSED`, `CONFLICT`, `ACCOUNT_UNUSABLE`,
 * `PAYMENT_PROVIDER`.
 */
export const giveOwnKeys = route({
	method: 'POST',
	path: '/api/clinic/payments/account/keys',
	access: 'member',
	body: z.object({
		secretKey: keyOf('sk', 'rk'),
		publishableKey: keyOf('pk'),
		insteadOf: accountId.nullable(),
	}),
	response: paymentAccount,
});

/**
 * For managers; `COLLECTS_FOR_OTHERS` while the account takes other clinics' money; `REFUND_UNDERWAY` while own keys are
 * needed for a refund; `OPEN_PAYMENTS` while there are requests that clients can still pay, unless they are
 * withdrawn first.
 */
export const disconnectAccount = route({
	method: 'POST',
	path: '/api/clinic/payments/account/disconnect',
	access: 'member',
	body: z.object({ account: accountId, withdrawOpen: z.boolean() }),
	response: paymentAccount,
});
