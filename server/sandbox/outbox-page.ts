import { escapeHtml } from '../adapters/mail/letter.ts';
import type { Attachment, LaterFile } from '../features/ports.ts';

export interface OutboxMessage {
	id: string;
	channel: 'EMAIL' | 'SMS';
	to: string;
	subject: string;
	text: string;
	status: string;
	createdAt: Date;
	attachments: (Attachment | LaterFile)[];
}

/** The outbox as one page that needs no script. Everything in it is escaped; addresses become links. */
export const outboxPage = (messages: readonly OutboxMessage[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Outbox · Samtal</title>
<style>${style}</style>
</head>
<body>
<header><h1>Outbox</h1><p>Mails and SMS that Samtal wrote on this machine. None of them was sent to anybody unless an SMTP server or an SMS account is set.</p></header>
<main>${messages.map(article).join('') || '<p class="empty">No mail yet. Book a visit, and the confirmation appears here.</p>'}</main>
</body>
</html>`;

const article = ({ id, channel, to, subject, text, status, createdAt, attachments }: OutboxMessage): string => `
<article id="${id}">
<h2>${channel === 'SMS' ? 'SMS' : escapeHtml(subject)}</h2>
<dl><dt>To</dt><dd>${escapeHtml(to)}</dd><dt>Written</dt><dd>${createdAt.toISOString()}</dd><dt>State</dt><dd>${escapeHtml(status.toLowerCase())}</dd></dl>
<div class="text">${withLinks(text)}</div>
${attachments.map(attached).join('')}
</article>`;

function attached(attachment: Attachment | LaterFile): string {
	if ('invoiceId' in attachment) return `<p><a href="/dev/outbox/invoices/${attachment.invoiceId}">PDF</a></p>`;
	if ('paymentId' in attachment) return `<p><a href="/dev/outbox/receipts/${attachment.paymentId}">PDF</a></p>`;
	const { filename, contentType, content, encoding } = attachment;
	return `
<details><summary>${escapeHtml(filename)} <small>${escapeHtml(contentType)}</small></summary>
<p><a download="${escapeHtml(filename)}" href="data:${escapeHtml(contentType.replaceAll(/;\s*/g, ';'))};base64,${Buffer.from(content, encoding).toString('base64')}">Download</a></p>
<pre>${escapeHtml(content)}</pre></details>`;
}

const withLinks = (text: string): string =>
	text
		.split(/(https?:\/\/\S+)/)
		.map((part, index) =>
			index % 2 === 1 ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part),
		)
		.join('');

const style = `
:root { color-scheme: light dark; --ground: #faf8f5; --card: #fff; --line: #e4dfd8; --ink: #1f2421; --quiet: #5c635f; --accent: #14594a }
@media (prefers-color-scheme: dark) { :root { --ground: #161917; --card: #1f2321; --line: #343a37; --ink: #eceeec; --quiet: #a5ada9; --accent: #8fd3bf } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 system-ui, sans-serif }
header, main { max-width: 46rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem; margin: 1rem 0 0 } h2 { font-size: 1.125rem; margin: 0 0 .5rem }
header p, .empty, dt, small { color: var(--quiet) }
article { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem; margin: 0 0 1rem }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; margin: 0 0 1rem; font-size: .875rem } dd { margin: 0; overflow-wrap: anywhere }
.text { white-space: pre-wrap; overflow-wrap: anywhere } a { color: var(--accent) }
details { margin-top: 1rem; border-top: 1px solid var(--line); padding-top: .75rem } pre { overflow-x: auto; font-size: .8125rem }`;
