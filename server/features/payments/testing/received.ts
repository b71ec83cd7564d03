import { reconcile } from '../events/reconcile.ts';
import type { TestClinic } from './clinic.ts';
import { asAttendee, asMember, payOnPage, payWithCard } from './people.ts';
import type { World } from './world.ts';

/** A payment of 8500 that was paid with a card and is received, whether webhooks come or not; answers with its id. */
export async function receiveByCard(world: World, clinic: TestClinic, number?: string): Promise<string> {
	const id = await payUntold(world, clinic, { number });
	await reconcile({ ...world.deps, now: () => new Date(Date.now() + 61_000) });
	return id;
}

/** A payment of 8500 that was paid, in the form or on Stripe's page, whether anybody told us or not; answers with its id. */
export async function payUntold(
	world: World,
	clinic: TestClinic,
	{ onPage = false, number }: { onPage?: boolean; number?: string | undefined },
): Promise<string> {
	const { id } = await asMember(world.origin, clinic).request();
	const payer = asAttendee(world.origin, clinic);
	const form = await payer.startPaying(id);
	if (onPage) await payOnPage((await payer.openCheckout(id)).url, number);
	else await payWithCard(world.origin, form, number);
	return id;
}

/** The provider's intent that has, or had, the money of a payment. */
export function paidIntent(world: World, paymentId: string) {
	const intents = Object.values(world.sandbox.books.intents);
	const intent = intents.find((each) => each.metadata['payment_id'] === paymentId && each.status === 'succeeded');
	if (!intent) throw new Error('Nobody paid.');
	return intent;
}
