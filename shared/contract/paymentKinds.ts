import { z } from 'zod';
import { route } from './route.ts';
import { id } from './scalars.ts';

/** How many a clinic has at one time, and how long a name is. */
export const kindLimits = { most: 10, name: 40 } as const;

/** A way of paying that the clinic named itself, as an insurer's. A payment by it has the method `OTHER`. */
const paymentKind = z.object({ id, name: z.string().trim().min(1).max(kindLimits.name) });
export type PaymentKind = z.infer<typeof paymentKind>;

/** The clinic's, by name, without those that were put away. */
export const listPaymentKinds = route({
	method: 'GET',
	path: '/api/payment-kinds',
	access: 'member',
	response: z.object({ kinds: z.array(paymentKind) }),
});

/** For managers. `CONFLICT` for a name that there is, and when there are as many as there can be. */
export const createPaymentKind = route({
	method: 'POST',
	path: '/api/payment-kinds',
	access: 'member',
	body: paymentKind.omit({ id: true }),
	response: paymentKind,
});

/** For managers. Payments that have it keep it; no new one can have it. */
export const archivePaymentKind = route({
	method: 'DELETE',
	path: '/api/payment-kinds/:kindId',
	access: 'member',
	params: z.object({ kindId: id }),
	response: paymentKind,
});
