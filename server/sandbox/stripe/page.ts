import express, { type Router } from 'express';
import { z } from 'zod';
import { toWholeUnits } from '../../../shared/domain/money.ts';
import { escapeHtml } from '../../adapters/mail/letter.ts';
import { fromStripeAmount } from '../../adapters/stripe/amounts.ts';
import { faultsSchema, type Faults } from './faults.ts';
import type { Disputes } from './disputes.ts';
import type { SandboxState, SandboxStore, StoredEvent, StoredIntent } from './store.ts';
import type { Webhooks } from './webhooks.ts';

interface FaultSwitch {
	faults: () => Faults;
	setFaults: (wanted: Faults) => void;
}

interface Actors {
	webhooks: Pick<Webhooks, 'send'>;
	disputes: Disputes;
}

const decision = z.object({ outcome: z.enum(['won', 'lost']) });

/** `/dev/stripe`: what the stand-in holds, what goes wrong on purpose, and a button that sends a webhook once more. */
export function createPageRouter(
	store: SandboxStore,
	{ webhooks, disputes }: Actors,
	{ faults, setFaults }: FaultSwitch,
): Router {
	const router = express.Router();
	router.get('/dev/stripe', (_request, response) => {
		response.type('html').send(page(store.state, faults()));
	});
	router.post('/dev/stripe/faults', express.urlencoded({ extended: false, limit: '4kb' }), (request, response) => {
		const wanted = faultsSchema.safeParse(request.body);
		if (wanted.success) setFaults(wanted.data);
		response.redirect(303, '/dev/stripe');
	});
	router.post(
		'/dev/stripe/disputes/:id',
		express.urlencoded({ extended: false, limit: '4kb' }),
		(request, response) => {
			const wanted = decision.safeParse(request.body);
			if (wanted.success) disputes.decide(request.params.id, wanted.data.outcome);
			response.redirect(303, '/dev/stripe');
		},
	);
	router.post('/dev/stripe/events/:id/send', (request, response) => {
		const event = store.state.events.find(({ id }) => id === request.params.id);
		if (event) webhooks.send(event);
		response.redirect(303, '/dev/stripe');
	});
	return router;
}

const page = ({ intents, events }: SandboxState, faults: Faults): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stripe stand-in</title>
<style>${pageStyle}</style></head><body><main>
<h1>Stripe stand-in</h1><p>No money moves here. Cards: 4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined,
4000 0000 0000 9995 lacks the money, 4000 0027 6000 3184 asks for 3-D Secure, refunds to 4000 0000 0000 5126 fail,
4000 0000 0000 0259 is disputed.
Keys of an account of your own: <code>sk_test_own1</code> and <code>pk_test_own1</code>.</p>
<h2>Payments</h2>${table(['Intent', 'Account', 'Amount', 'Status', 'Made (UTC)', 'Dispute'], newestFirst(Object.values(intents)).map(intentRow))}
<h2>Webhooks</h2>${table(['Event', 'Id', 'Sent', 'Made (UTC)', ''], newestFirst(events).map(eventRow))}
<h2>Going wrong on purpose</h2><form class="faults" method="post" action="/dev/stripe/faults">${faultFields(faults)}<button>Use</button></form>
</main></body></html>`;

const faultNames: Record<keyof Faults, string> = {
	delayMs: 'Webhooks wait, in ms',
	jitterMs: 'and up to so much longer, so that others overtake them',
	duplicated: 'Webhooks sent twice, as a share from 0 to 1',
	dropped: 'Webhooks not sent until “Send again”',
	refused: 'Requests of the server refused',
	answersLost: 'Requests done whose answer is lost',
};

const faultFields = (faults: Faults): string =>
	Object.entries(faultNames)
		.map(([name, label]) => {
			const value = new Map<string, number>(Object.entries(faults)).get(name) ?? 0;
			const limits = name.endsWith('Ms') ? 'max="600000"' : 'max="1" step="any"';
			return `<label>${label}<input type="number" name="${name}" min="0" ${limits} value="${value}" required></label>`;
		})
		.join('');

const intentRow = (intent: StoredIntent): string[] => [
	code(intent.id),
	code(intent.account),
	money(intent),
	escapeHtml(
		intent.failure ? `${intent.status} (${intent.failure.declineCode ?? intent.failure.code})` : intent.status,
	),
	moment(intent.created),
	disputeOf(intent),
];

function disputeOf({ dispute }: StoredIntent): string {
	if (dispute === null) return '';
	if (dispute.status !== 'needs_response') return `dispute ${dispute.status}`;
	const button = (outcome: 'won' | 'lost') => `<button name="outcome" value="${outcome}">Dispute ${outcome}</button>`;
	return `<form method="post" action="/dev/stripe/disputes/${encodeURIComponent(dispute.id)}">${button('won')} ${button('lost')}</form>`;
}

const eventRow = (event: StoredEvent): string[] => [
	code(event.type),
	code(event.id),
	`${event.delivered ? 'taken' : 'not taken yet'}, tries: ${event.tries}`,
	moment(event.created),
	`<form method="post" action="/dev/stripe/events/${encodeURIComponent(event.id)}/send"><button>Send again</button></form>`,
];

function table(head: readonly string[], rows: readonly string[][]): string {
	if (rows.length === 0) return '<p>Nothing yet.</p>';
	const cells = (tag: 'td' | 'th', row: readonly string[]) =>
		`<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
	const body = rows.map((row) => cells('td', row)).join('');
	return `<div class="scroll"><table><thead>${cells('th', head)}</thead><tbody>${body}</tbody></table></div>`;
}

function money(intent: StoredIntent): string {
	const { amountMinor, currency } = fromStripeAmount(intent);
	return `${toWholeUnits(amountMinor, currency)} ${escapeHtml(currency)}`;
}

const newestFirst = <T extends { created: number }>(items: readonly T[]): T[] =>
	items.toSorted((one, other) => other.created - one.created);
const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;
const moment = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** How the stand-in's own pages look. */
export const pageStyle = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
main{max-width:72rem;margin:0 auto;padding:1.5rem}h1{font-size:1.5rem}h2{font-size:1.125rem;margin-top:2rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem .75rem;
border-bottom:1px solid color-mix(in srgb,currentColor 15%,transparent)}th{font-weight:600}code{font-size:.8125rem}
td{white-space:nowrap}button{font:inherit;padding:.25rem .75rem;border-radius:.5rem;border:1px solid currentColor;
background:none;color:inherit;cursor:pointer}.faults{display:grid;gap:.75rem;max-width:36rem}
.faults label{display:flex;justify-content:space-between;align-items:center;gap:1rem}.faults button{justify-self:start}
input{font:inherit;width:8rem;padding:.25rem .5rem}`;
