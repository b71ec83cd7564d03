import { reconcile } from '../events/reconcile.ts';
import type { TestClinic } from './clinic.ts';
import { asAttendee, asMember, payWithCard } from './people.ts';
import type { World } from './world.ts';

/** A payment of 8500 that was paid with a card and is received, whether webhooks come or not; answers with its id. */
export async function receiveByCard(world: World, clinic: TestClinic, number?: string): Promise<string> {
	const { id } = await asMember(world.origin, clinic).request();
	await payWithCard(world.origin, await asAttendee(world.origin, clinic).startPaying(id), number);
	await reconcile({ ...world.deps, now: () => new Date(Date.now() + 61_000) });
	return id;
}
