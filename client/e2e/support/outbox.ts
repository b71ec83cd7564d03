import { z } from 'zod';
import type { TestServer } from './server.ts';

const outbox = z.object({
	messages: z.array(
		z.object({
			to: z.string(),
			channel: z.string(),
			subject: z.string(),
			text: z.string(),
			attachments: z.array(z.object({})),
		}),
	),
});

/** What Samtal sent to this e-mail address, or to all, newest first. */
export async function readOutbox(server: TestServer, to?: string): Promise<z.infer<typeof outbox>['messages']> {
	const address = new URL(`${server.outbox}.json`);
	if (to !== undefined) address.searchParams.set('to', to);
	return outbox.parse(await (await fetch(address)).json()).messages;
}
