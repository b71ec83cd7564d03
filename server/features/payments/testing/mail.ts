import type { Ambient, MailQueue } from '../../ports.ts';

/** Writes mails where the real queue does, without a job that sends them. */
export const storeMail = ({ now, newId }: Ambient): MailQueue => ({
	async enqueue(tx, { attachments: _, ...mail }) {
		await tx.message.create({ data: { ...mail, attachments: [], id: newId(), createdAt: now() } });
	},
});
