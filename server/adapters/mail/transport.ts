import { createTransport } from 'nodemailer';
import type { Mail } from '../../features/ports.ts';

/** Hands one mail to the outside world. @throws when it was not accepted. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Sends over SMTP. `url` as nodemailer reads it (`smtps://user:password@host`), `from` as `Name <address>`. */
export function createSmtp(url: string, from: string): SendMail {
	const transport = createTransport(url);
	return async ({ to, subject, text, html, attachments }) => {
		await transport.sendMail({ from, to, subject, text, html, attachments });
	};
}

/** Without an SMTP server mails go nowhere: they can be read on the outbox page. */
export const leaveInOutbox: SendMail = () => Promise.resolve();
