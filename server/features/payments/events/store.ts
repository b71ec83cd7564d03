import { z } from 'zod';
import type { PaymentDeps } from '../deps.ts';
import type { ProviderEvent } from '../ports.ts';

/** Keeps a webhook as it came, before anything is done with it; one that came before is left as it is. */
export async function storeEvent(event: ProviderEvent, { database, now }: PaymentDeps): Promise<void> {
	const { id, type, account } = event;
	const payload = z.record(z.string(), z.json()).parse(event.payload);
	await database.stripeEvent.createMany({
		data: [{ id, type, account, payload, receivedAt: now() }],
		skipDuplicates: true,
	});
}
