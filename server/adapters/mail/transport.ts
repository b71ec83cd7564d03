import { createTransport } from 'nodemailer';
import type { Attachment, OutgoingMessage } from '../../features/ports.ts';
import { htmlOf } from './letter.ts';

/**
 * Hands one message to the outside world. `again`: an attempt before may have done it, without being able to say so.
 * @throws when it was not accepted
 */
export type SendMessage = (
	message: Pick<OutgoingMessage, 'id' | 'to' | 'subject' | 'text' | 'buttons'> & {
		createdAt: Date;
		attachments: Attachment[];
	},
	again: boolean,
) => Promise<void>;

/** In ms. Together less than a job may take, so that no attempt goes on while the next begins. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 };

/**
 * Sends over SMTP. `url` as nodemailer reads it (`smtps://user:password@host`), `from` as `Name <address>`. A mail that
 * goes twice, because the process ended before it could note the first time, has the same Message-ID, by which mail
 * servers and programs show it once.
 */
export function createSmtp(url: string, from: string): SendMessage {
	const transport = createTransport({ url, ...patience });
	return async ({ id, to, subject, text, buttons, attachments }) => {
		const html = htmlOf({ text, buttons });
		await transport.sendMail({ from, to, subject, text, html, attachments, messageId: `<${id}@samtal>` });
	};
}

/** Without a service messages go nowhere: they can be read on the outbox page. */
export const leaveInOutbox: SendMessage = () => Promise.resolve();
