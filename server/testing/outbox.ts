import { z } from 'zod';

const outbox = z.object({
	messages: z.array(
		z.object({
			to: z.string(),
			subject: z.string(),
			text: z.string(),
			buttons: z.array(z.object({ link: z.string(), label: z.string() })),
			status: z.string(),
			attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), content: z.string() })),
		}),
	),
});

/** The messages to this address as they leave, newest first. */
export async function readOutbox(origin: string, to: string): Promise<z.output<typeof outbox>['messages']> {
	const answer = await fetch(`${origin}/dev/outbox.json?${new URLSearchParams({ to })}`);
	return outbox.parse(await answer.json()).messages;
}
