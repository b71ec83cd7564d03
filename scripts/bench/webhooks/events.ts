import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import type { WebhookBench } from './bench.ts';

/** The one that the application has with the local stand-in for Stripe. */
export const webhookSecret = 'whsec_sandbox';

export interface Post {
	body: string;
	signature: string;
}

/** A signed event for each of `count` payments that are being paid; all of them are applied. */
export async function makeEvents({ db }: Pick<WebhookBench, 'db'>, count: number): Promise<Post[]> {
	const attendee = await db.attendee.findFirstOrThrow({
		where: { clientId: { not: null }, appointment: { clinic: { stripeAccountId: { not: null } } } },
		include: { appointment: { include: { clinic: true } } },
	});
	const { clinicId, appointmentId, clientId, appointment } = attendee;
	const account = appointment.clinic.stripeAccountId;
	const intents = Array.from({ length: count }, () => `pi_${randomUUID().replaceAll('-', '')}`);
	await db.payment.createMany({
		data: intents.map((intentId) => ({
			...{ id: randomUUID(), clinicId, appointmentId, clientId, attendeeId: attendee.id, intentId },
			...{ requestedById: appointment.professionalId, amountMinor: 8_500, currency: 'ISK', description: 'Session' },
			...{ status: 'PAYING' as const, accountId: account, requestedAt: new Date(), payingSince: new Date() },
		})),
	});
	return intents.map((id) => {
		const body = JSON.stringify({
			...{ id: `evt_${randomUUID()}`, object: 'event', api_version: Stripe.API_VERSION, account, livemode: false },
			...{ created: Math.floor(Date.now() / 1_000), pending_webhooks: 1, type: 'payment_intent.payment_failed' },
			data: {
				object: {
					...{ id, object: 'payment_intent', amount: 850_000, currency: 'isk', status: 'requires_payment_method' },
					...{ description: 'Session', metadata: {}, payment_method_types: ['card'], capture_method: 'automatic' },
					last_payment_error: { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' },
				},
			},
		});
		const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: webhookSecret });
		return { body, signature };
	});
}
