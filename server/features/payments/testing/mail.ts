import type { Ambient, MailQueue } from '../../ports.ts';

/** Writes mails where the real queue does, without a job that sends them. */
export const storeMail = ({ now, newId }: Ambient): MailQueue => ({
	async enqueue(tx, { attachments, ...mail }) {
		await tx.message.create({
			data: { ...mail, attachments: attachments.map((each) => ({ ...each })), id: newId(), createdAt: now() },
		});
	},
});
