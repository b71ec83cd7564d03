import { z } from 'zod';
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

/** For managers: whether the clinic may take payments, and its newest request. */
const paymentAccess = z.object({ enabled: z.boolean(), request: accessRequest.nullable() });

export const getPaymentAccess = route({
	method: 'GET',
	path: '/api/clinic/payments/access',
	access: 'member',
	response: paymentAccess,
});

/** For managers; the organisation decides, a clinic without one for itself. `CONFLICT` when that is asked or so already. */
export const askForPayments = route({
	method: 'POST',
	path: '/api/clinic/payments/access',
	access: 'member',
	body: z.object({ why: words }),
	response: paymentAccess,
});

const organisationClinics = z.object({
	name,
	clinics: z.array(z.object({ id, name, ...paymentAccess.shape })),
});

export type OrganisationClinics = z.infer<typeof organisationClinics>;

/** For telehealth managers: every clinic of their organisation, those that wait for an answer first. */
export const listOrganisationClinics = route({
	method: 'GET',
	path: '/api/organisation/clinics',
	access: 'member',
	response: organisationClinics,
});

/** For telehealth managers; `CONFLICT` when it is decided already. Who asked gets a mail. */
export const decidePaymentAccess = route({
	method: 'POST',
	path: '/api/organisation/payment-requests/:requestId/decision',
	access: 'member',
	params: z.object({ requestId: id }),
	body: z.discriminatedUnion('approve', [
		z.object({ approve: z.literal(true) }),
		z.object({ approve: z.literal(false), reason: words }),
	]),
	response: nothing,
});

/** For telehealth managers: switches payments off again. `CONFLICT` when they are off. */
export const endPaymentAccess = route({
	method: 'POST',
	path: '/api/organisation/clinics/:clinicId/payments/end',
	access: 'member',
	params: z.object({ clinicId: id }),
	body: z.object({ reason: words }),
	response: nothing,
});
